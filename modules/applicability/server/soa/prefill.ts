import { updateRecords, type Ctx } from '@heng/server-kit'
import { fullLines, sourcesOf } from '../content/build.ts'
import { createLines, missingLines } from '../line/add.ts'
import { filling } from '../line/fill.ts'
import { soaLine } from '../line/register.ts'
import { allLinesOf } from '../line/store.ts'
import { needsOf } from '../needs/needs.ts'
import { proposalOf } from '../needs/proposal.ts'
import { openDraft } from './store.ts'

/**
 * Brings a draft up to what is known: adds missing lines, fills empty descriptions and documents from linked controls.
 * Decides nothing; what the risks suggest stays a proposal. Asked again it changes nothing.
 */
export const prefill = async (ctx: Ctx, { id }: { id: string }) => {
  const soa = await openDraft(ctx, id)
  const sources = await sourcesOf(ctx, soa.framework)
  const stored = await allLinesOf(ctx, soa.id)
  const added = await createLines(ctx, soa.id, missingLines(new Set(stored.map((line) => line.ref)), sources), sources)
  const standing = fullLines(
    stored.filter((line) => !line.archived),
    sources,
  )
  const updates = standing
    .map((line) => ({ id: line.stored.id, values: filling(line, sources.book) }))
    .filter((u) => Object.keys(u.values).length > 0)
  if (updates.length > 0) await updateRecords(ctx, soaLine, updates)
  const lines = [...standing, ...added.made]
  const needs = await needsOf(ctx, lines)
  return {
    added: added.made.length,
    filled: updates.length + added.filled,
    proposed: lines.filter((line) => proposalOf(line, needs) !== null).length,
  }
}
