import { controlBriefs } from '@heng/controls/reads'
import { requirementsOf } from '@heng/frameworks/reads'
import { updateRecords, type Ctx } from '@heng/server-kit'
import { linesFrom, type FullLine } from '../content/build.ts'
import { addMissingLines } from '../line/add.ts'
import { soaLine } from '../line/register.ts'
import { needsOf } from '../needs/needs.ts'
import { proposalOf } from '../needs/proposal.ts'
import { openDraft } from './store.ts'

const joined = (texts: readonly (string | null)[], separator: string, most: number): string | null => {
  const given = [...new Set(texts.filter((t) => t !== null && t.trim() !== ''))]
  return given.length === 0 ? null : given.join(separator).slice(0, most)
}

/** What the linked controls say where the line says nothing yet. */
const filling = (line: FullLine, descriptions: ReadonlyMap<string, string | null>): { description?: string; document?: string } => {
  const description =
    line.description ??
    joined(
      line.linkedControls.map((c) => descriptions.get(c.id) ?? null),
      '\n',
      4_000,
    )
  const document =
    line.document ??
    joined(
      line.linkedControls.map((c) => c.document),
      '; ',
      300,
    )
  return {
    ...(description !== null && line.description === null ? { description } : {}),
    ...(document !== null && line.document === null ? { document } : {}),
  }
}

/** Fills empty descriptions and documents of a draft from what its linked controls say; returns how many lines got something. */
export const fillFromControls = async (ctx: Ctx, lines: readonly FullLine[]): Promise<number> => {
  const descriptions = await descriptionsOf(ctx, lines)
  const updates = lines
    .map((line) => ({ id: line.stored.id, values: filling(line, descriptions) }))
    .filter((u) => Object.keys(u.values).length > 0)
  await updateRecords(ctx, soaLine, updates)
  return updates.length
}

/**
 * Brings a draft up to what is known: adds missing lines, fills empty descriptions and documents from linked controls.
 * Decides nothing; what the risks suggest stays a proposal. Asked again it changes nothing.
 */
export const prefill = async (ctx: Ctx, { id }: { id: string }) => {
  const soa = await openDraft(ctx, id)
  const framework = await requirementsOf(ctx, soa.framework)
  const added = await addMissingLines(ctx, soa, framework)
  const lines = await linesFrom(ctx, soa, framework)
  const filled = await fillFromControls(ctx, lines)
  const needs = await needsOf(ctx, lines)
  return { added: added.length, filled, proposed: lines.filter((line) => proposalOf(line, needs) !== null).length }
}

const descriptionsOf = async (ctx: Ctx, lines: readonly FullLine[]): Promise<Map<string, string | null>> => {
  const ids = [...new Set(lines.filter((l) => l.description === null).flatMap((l) => l.linkedControls.map((c) => c.id)))]
  return new Map((await controlBriefs(ctx, ids)).map((c) => [c.id, c.description]))
}
