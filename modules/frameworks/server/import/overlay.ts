import { HengError, type FieldIssue } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { requirementsOf } from '../requirement/store.ts'
import { layOver } from '../requirement/overlay.ts'
import type { SentFile } from './files.ts'
import { readRows } from './rows.ts'

/** Lays a table of licensed texts (number, text) over a framework: every row of it, or none. */
export const overlayTable = async (ctx: Ctx, frameworkId: string, file: SentFile): Promise<{ laid: number }> => {
  const { rows, errors } = await readRows(file.bytes, ['ref', 'overlay'], ctx.locale)
  const ids = new Map((await requirementsOf(ctx, frameworkId)).map((r) => [r.ref, r.id]))
  const issues: { line: number | null; message: string }[] = errors.map((e) => ({ line: e.line, message: e[ctx.locale] }))
  const entries = new Map<string, string>()
  for (const { line, cell } of rows) {
    const [ref, text] = [cell('ref'), cell('overlay')]
    if (text === null) continue
    const id = ref === null ? undefined : ids.get(ref)
    if (id === undefined)
      issues.push({ line, message: ctx.locale === 'en' ? `no requirement ${ref ?? ''}` : `没有编号为 ${ref ?? ''} 的要求` })
    else entries.set(id, text.slice(0, 60_000))
  }
  if (issues.length > 0) {
    const fields: FieldIssue[] = issues.slice(0, 100).map(({ line, message }) => ({ path: `line ${line ?? '?'}`, code: 'custom', message }))
    throw new HengError('framework.rowErrors', { params: { count: issues.length }, data: { rows: fields } })
  }
  await layOver(
    ctx,
    [...entries].map(([id, text]) => ({ id, text })),
    file.name.slice(0, 300),
  )
  return { laid: entries.size }
}
