import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { fullLines, sourcesOf } from '../content/build.ts'
import { linesOf } from '../line/store.ts'
import { needsOf } from '../needs/needs.ts'
import { proposalOf } from '../needs/proposal.ts'
import { frozenContent, soaById } from './store.ts'

/** Every risk behind one line by name: those that it rests on, as frozen where the version is, and those that suggest it. */
export const lineRisks = async (ctx: Ctx, { id, line: lineId }: { id: string; line: string }) => {
  const soa = await soaById(ctx, id)
  const stored = (await linesOf(ctx, id)).find((l) => l.id === lineId)
  if (stored === undefined) throw notFound('soaLine')
  const content = soa.state === 'draft' ? null : await frozenContent(ctx, id)
  if (content !== null) return { linked: content.lines.rows.find((l) => l.ref === stored.ref)?.linkedRisks ?? [], suggested: [] }
  const [line] = fullLines([stored], await sourcesOf(ctx, soa.framework))
  return { linked: line!.linkedRisks, suggested: [...(proposalOf(line!, await needsOf(ctx, [line!]))?.risks ?? [])] }
}
