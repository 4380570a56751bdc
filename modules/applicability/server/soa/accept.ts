import { updateRecords, type Ctx } from '@heng/server-kit'
import { linesFrom, sourcesOf } from '../content/build.ts'
import { soaLine } from '../line/register.ts'
import { needsOf } from '../needs/needs.ts'
import { proposalOf } from '../needs/proposal.ts'
import { openDraft } from './store.ts'

/** Somebody takes over what the risks suggest for these lines: applicable, because of those risks. Other reasons stay. */
export const accept = async (ctx: Ctx, { id, lines }: { id: string; lines: readonly string[] }) => {
  const soa = await openDraft(ctx, id)
  const current = await linesFrom(ctx, soa, await sourcesOf(ctx, soa.framework))
  const needs = await needsOf(ctx, current)
  const wanted = new Set(lines)
  const proposed = current
    .filter((line) => wanted.has(line.stored.id))
    .flatMap((line) => {
      const proposal = proposalOf(line, needs)
      return proposal === null ? [] : [{ line, proposal }]
    })
  await updateRecords(
    ctx,
    soaLine,
    proposed.map(({ line, proposal }) => ({
      id: line.stored.id,
      values: {
        applicable: 'yes',
        reasons: [...new Set([...line.reasons, ...proposal.reasons])],
        risks: [...new Set([...line.linkedRisks, ...proposal.risks].map((r) => r.id))].toSorted(),
      },
    })),
  )
  return { changed: proposed.length }
}
