import { mappingsOf, type MappingOf } from '@heng/frameworks/reads'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { RequirementProposal } from '../../contract/compliance.ts'
import { bookOf, testedControls, type TestedBook } from '../evidence/controls.ts'
import { propose } from './rules.ts'

/** Lines of the version in force that leave these requirements out, by requirement. One statement. */
const excludedLines = async (ctx: Ctx, requirements: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ requirement: string; id: string }>`select l.requirement, l.id from soa_line l join soa s on s.org_id = l.org_id and s.id = l.soa
    where l.org_id = ${ctx.org.id} and s.state = 'approved' and l.archived_at is null and l.applicable = 'no' and l.requirement = any(${requirements}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.requirement, r.id]))
}

export interface Proposals {
  readonly of: ReadonlyMap<string, RequirementProposal>
  readonly book: TestedBook
  readonly mappings: readonly MappingOf[]
}

interface Known {
  /** Of these requirements, where they were read before. */
  readonly mappings?: readonly MappingOf[]
  /** Controls that `book` shall know besides. */
  readonly controls?: readonly string[]
}

/** What evidence proposes for these requirements, whatever their number, with what it rests on. Three statements, two where the mappings are known. */
export const proposalsOf = async (ctx: Ctx, requirements: readonly string[], known: Known = {}): Promise<Proposals> => {
  const mappings = known.mappings ?? (await mappingsOf(ctx, requirements))
  const asked = [...new Set([...requirements, ...mappings.map((m) => m.other.id)])]
  const book = bookOf(await testedControls(ctx, { requirements: asked, ids: known.controls ?? [] }))
  const excluded = await excludedLines(ctx, requirements)
  const mapped = Map.groupBy(mappings, (m) => m.requirement)
  const of = new Map(requirements.map((id) => [id, propose({
    excludedBy: excluded.get(id) ?? null,
    controls: book.of(id),
    mapped: (mapped.get(id) ?? []).map((m) => ({ requirement: m.other.id, relationship: m.relationship, controls: book.of(m.other.id) })),
  })]))
  return { of, book, mappings }
}

/** Every control that a proposal rests on, directly or by a mapping. */
export const controlsBehind = ({ controls, mapped }: RequirementProposal): string[] => [...new Set([...controls, ...mapped.flatMap((m) => m.controls)])].toSorted()
