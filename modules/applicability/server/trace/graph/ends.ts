import { controlsTraced, type ControlTraced } from '@heng/controls/reads'
import { mappingsOf, type MappingOf } from '@heng/frameworks/reads'
import { chainedRisks, type ChainedRisk } from '@heng/risks/reads'
import { readableRecord } from '@heng/records/reads'
import type { Ctx } from '@heng/server-kit'
import type { Traced } from '../../../contract/traced.ts'

/** What a graph is drawn from, whichever end one begins at. */
export interface Ends {
  /** As far as the caller may see them. */
  readonly controls: readonly ControlTraced[]
  readonly risks: { readonly risks: readonly ChainedRisk[]; readonly total: number }
  /** Requirements that controls answer, or that one began at. */
  readonly requirements: readonly string[]
  /** Requirements of other frameworks that these are mapped to. */
  readonly mapped: readonly string[]
  /** Of both. */
  readonly mappings: readonly MappingOf[]
  /** Version of the line that one began at; null: the one in force. */
  readonly soa: string | null
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

const mappedTo = async (ctx: Ctx, requirements: readonly string[]): Promise<Pick<Ends, 'mapped' | 'mappings'>> => {
  const own = new Set(requirements)
  const mappings = await mappingsOf(ctx, requirements, true)
  return { mappings, mapped: unique(mappings.filter((m) => own.has(m.requirement)).map((m) => m.other.id)).filter((id) => !own.has(id)) }
}

/**
 * From a record to what it hangs together with: a risk by the controls it rests on; a control forwards; a requirement, or the line that states it, by the
 * controls that answer it or what it is mapped to. Five statements at most; 404 for what the caller may not read.
 */
export const endsOf = async (ctx: Ctx, noun: Traced, id: string, most: number): Promise<Ends> => {
  const { row } = await readableRecord(ctx, noun, id)
  if (noun === 'risk') {
    const risks = await chainedRisks(ctx, { controls: [], risks: [id], most })
    const controls = await controlsTraced(ctx, { ids: risks.risks.flatMap((r) => r.controls), requirements: [] })
    const requirements = unique(controls.flatMap((c) => c.requirements))
    return { controls, risks, requirements, ...(await mappedTo(ctx, requirements)), soa: null }
  }
  const own = (key: string): string[] => (typeof row[key] === 'string' ? [row[key]] : [])
  const begun = noun === 'requirement' ? [id] : noun === 'soaLine' ? own('requirement') : []
  const first = begun.length > 0 ? await mappedTo(ctx, begun) : null
  const controls = await controlsTraced(ctx, { ids: noun === 'control' ? [id] : own('control'), requirements: [...begun, ...(noun === 'requirement' ? first!.mapped : [])] })
  const requirements = begun.length > 0 ? begun : unique(controls.flatMap((c) => c.requirements))
  const risks = await chainedRisks(ctx, { controls: controls.map((c) => c.id), risks: noun === 'soaLine' ? ((row.risks ?? []) as string[]) : [], most })
  return { controls, risks, requirements, ...(first ?? (await mappedTo(ctx, requirements))), soa: own('soa')[0] ?? null }
}
