import { allows, labelsFor, type Ctx } from '@heng/server-kit'
import { decodeSeq, encodeSeq } from '../record/cursor.ts'
import { readableRecord } from '../record/find.ts'
import { present } from './rules.ts'
import { pageOfComments } from './store.ts'

interface Input {
  readonly noun: string
  readonly recordId: string
  readonly cursor?: string
  readonly limit?: number
}

export const list = async (ctx: Ctx, { noun, recordId, cursor, limit = 50 }: Input) => {
  await readableRecord(ctx, noun, recordId)
  const { rows, total } = await pageOfComments(ctx, noun, recordId, decodeSeq(cursor), limit + 1)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => present(ctx, row)),
    next: rows.length > limit ? encodeSeq(shown.at(-1)!.seq) : null,
    total,
    mayWrite: allows(ctx, 'comment:write'),
    labels: await labelsFor(ctx, 'person', [...new Set(shown.flatMap((row) => row.mentions))]),
  }
}
