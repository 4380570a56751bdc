import { soaPicture, type SoaPicture } from '@heng/applicability/reads'
import { heatmap, riskStandings, type RiskStanding } from '@heng/risks/reads'
import { allows, breathe, effectSources, resourceOf, rowsByIds, type Ctx, type StoredRow, type Touched } from '@heng/server-kit'
import { bases, type Basis } from '../../contract/index.ts'
import { currentValues } from '../item/facing.ts'

type HeatMap = Awaited<ReturnType<typeof heatmap>>

/** The organisation as far as the comparison goes, at one moment: with the set, or without. */
export interface Look {
  readonly risks: ReadonlyMap<string, RiskStanding>
  readonly maps: Readonly<Record<Basis, HeatMap>>
  readonly soa: SoaPicture | null
  /** Records by noun and id, with the values of special fields. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, StoredRow>>
  /** What rooms collected for their figures, in the order of the sources. */
  readonly collected: readonly unknown[]
}

/** Records told field by field; of more only the number is told. */
export const mostRecords = 300
const chunk = 2_000

export interface Wanted {
  readonly touched: Touched
  /** Records that are told, by noun, those of the set first; with the special fields that it sets. */
  readonly told: ReadonlyMap<string, { readonly ids: readonly string[]; readonly special: ReadonlySet<string> }>
}

/** Some twenty statements and one more per 2,000 risks that moved; it only reads. */
export const look = async (ctx: Ctx, { touched, told }: Wanted): Promise<Look> => {
  const risks = new Map<string, RiskStanding>()
  const ids = touched.get('risk') ?? []
  for (let from = 0; from < ids.length; from += chunk) {
    for (const risk of await riskStandings(ctx, ids.slice(from, from + chunk))) risks.set(risk.id, risk)
    await breathe()
  }
  const maps: Partial<Record<Basis, HeatMap>> = {}
  for (const basis of bases) maps[basis] = await heatmap(ctx, { basis })
  const records = new Map<string, Map<string, StoredRow>>()
  for (const [noun, { ids: some, special }] of told) records.set(noun, await recordsOf(ctx, noun, some, special))
  const bearsOnSoa = ['control', 'risk', 'treatmentMeasure'].some((noun) => touched.has(noun))
  const collected: unknown[] = []
  for (const source of effectSources.of(ctx.kit)) collected.push(await source.collect(ctx, touched))
  return { risks, maps: maps as Record<Basis, HeatMap>, soa: bearsOnSoa && allows(ctx, 'soa:read') ? await soaPicture(ctx) : null, records, collected }
}

const recordsOf = async (ctx: Ctx, noun: string, ids: readonly string[], special: ReadonlySet<string>): Promise<Map<string, StoredRow>> => {
  if (special.size === 0) return new Map((await rowsByIds(ctx, ctx.kit.registers.get(noun)!, ids)).map((row) => [row.id, row]))
  const found = await currentValues(ctx, noun, ids, special)
  return new Map([...found].map(([id, { row, values }]) => [id, { ...row, ...values }]))
}

/** Whether the caller may see a record, as it is or as it would be. */
export const maySee = (ctx: Ctx, noun: string, ...rows: (StoredRow | undefined)[]): boolean => {
  const reg = ctx.kit.registers.get(noun)!
  return rows.some((row) => row !== undefined && allows(ctx, `${noun}:read`, resourceOf(reg, row)))
}

export const maySeeRisk = (ctx: Ctx, ...risks: (RiskStanding | undefined)[]): boolean =>
  risks.some((risk) => risk !== undefined && allows(ctx, 'risk:read', { unitId: risk.unit, ownerIds: [risk.owner] }))

