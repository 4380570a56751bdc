import { updateRecords, type Ctx } from '@heng/server-kit'
import { fullLines, sourcesOf } from '../content/build.ts'
import { bookOf, testedControls } from '../evidence/controls.ts'
import { reasonFromEvidence } from '../evidence/words.ts'
import { soaLine } from '../line/register.ts'
import { linesOf } from '../line/store.ts'
import { openDraft } from '../soa/store.ts'
import { evidenceOf } from './lines.ts'

interface Input {
  readonly id: string
  readonly lines: readonly string[]
  readonly reason?: string | undefined
}

/**
 * Somebody concludes for these lines of a draft what the tests of their controls support. Where the states of the controls say the same, the line follows them
 * again; where they do not, it is stated with the reason: the person's own, or the controls with their percentages. Lines without drift stay as they are.
 */
export const conclude = async (ctx: Ctx, { id, lines, reason }: Input) => {
  const soa = await openDraft(ctx, id)
  const wanted = new Set(lines)
  const stored = (await linesOf(ctx, id, 0)).filter((line) => wanted.has(line.id) && line.applicable !== 'no')
  const full = fullLines(stored, await sourcesOf(ctx, soa.framework))
  const book = bookOf(await testedControls(ctx, { requirements: stored.flatMap((l) => l.requirement ?? []), ids: stored.flatMap((l) => l.control ?? []) }))
  const updates = full.flatMap(({ stored: line, implementation, derived }) => {
    const evidence = evidenceOf(implementation, line, book)
    if (evidence.drift === null) return []
    const follows = evidence.supported === derived
    return [{
      id: line.id,
      values: follows
        ? { implementationOverride: null, overrideReason: null }
        : { implementationOverride: evidence.supported, overrideReason: reason ?? reasonFromEvidence(ctx.org.locale, evidence.controls) },
    }]
  })
  await updateRecords(ctx, soaLine, updates, reason)
  return { changed: updates.length }
}
