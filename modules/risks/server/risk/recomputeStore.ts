import { rowset, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { ControlEffects, Support } from '../../contract/risk.ts'
import { measureTold, type MeasureOnRisk } from './effects.ts'
import { figureKeys, type FigureFields } from './figureFields.ts'

/** Which open risks to look at: those of some assets, some by id, or the next ones in order of id. */
export type Which =
  | { readonly assets: readonly string[] }
  | { readonly risks: readonly string[] }
  | { readonly after: string | null; readonly limit: number }

export interface RecomputeRow {
  readonly id: string
  readonly version: number
  readonly reference: string
  readonly option: string | null
  readonly inherent: Readonly<Record<string, number | null>> | null
  readonly current: Readonly<Record<string, number | null>> | null
  readonly rated_at: string | null
  readonly asset_value: number | null
  readonly fresh_value: number | null
  readonly unit: string | null
  readonly fresh_unit: string | null
  readonly definition_hash: string | null
  readonly criteria: string | null
  readonly acceptance: string
  readonly accepted_level: number | null
  readonly measures: readonly MeasureOnRisk[] | null
  readonly control_effects: ControlEffects | null
  readonly support: Support | null
  readonly evidence_stale: boolean | null
  /** Levels, likelihoods and impacts as they stand: `figuresText`, most of which are compared and never read. */
  readonly figures: string
}

const columns = figureKeys.map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

type Figures = Pick<FigureFields, (typeof figureKeys)[number]>
/** Figures as PostgreSQL writes an array of them, in the order of `figureKeys`. */
export const figuresText = (figures: Figures): string => `{${figureKeys.map((key) => figures[key] ?? 'NULL').join(',')}}`
export const figuresIn = (text: string): Figures => {
  const values = text.slice(1, -1).split(',')
  return Object.fromEntries(figureKeys.map((key, i) => [key, values[i] === 'NULL' ? null : Number(values[i])])) as Figures
}

const chosen = (ctx: Ctx, which: Which): RawBuilder<unknown> => {
  if ('assets' in which) {
    // One set of ids: an "or" over two tables would read the whole register.
    return sql`and t.id = any(array(
      select k.id from risk k where k.org_id = ${ctx.org.id} and k.asset = any(${which.assets}::uuid[])
      union select f.risk from risk_further_asset f where f.org_id = ${ctx.org.id} and f.asset = any(${which.assets}::uuid[])))`
  }
  if ('risks' in which) return sql`and t.id = any(${which.risks}::uuid[])`
  return which.after === null ? sql`` : sql`and t.id > ${which.after}::uuid`
}

/**
 * Everything that figures follow from, in one statement. Rows are locked, so that a rating going on at the same time is
 * waited for and not overlooked.
 */
export const recomputeRows = async (ctx: Ctx, which: Which): Promise<RecomputeRow[]> => {
  const org = ctx.org.id
  const { rows } = await sql<Omit<RecomputeRow, 'control_effects'> & { effects: string | null }>`
    with r as materialized (
      select t.id, t.version, t.reference, t.option, t.inherent -> 'factors' as inherent, t.current -> 'factors' as current, t.current ->> 'ratedAt' as rated_at,
        t.asset, t.asset_value, t.unit, t.definition_hash, t.criteria, t.acceptance, t.accepted_level,
        array[${sql.join(columns.map((c) => sql.ref(`t.${c}`)))}]::text as figures,
        t.control_effects::text as effects, t.support, t.evidence_stale
      from risk t where t.org_id = ${org} and t.archived_at is null and t.status = 'open' ${chosen(ctx, which)}
      order by t.id ${'limit' in which ? sql`limit ${which.limit}` : sql``} for update
    ), v as (
      select x.risk, max(a.value) as top, bool_or(a.value is null) as unknown from (
        select r.id as risk, r.asset from r where r.asset is not null
        union select f.risk, f.asset from risk_further_asset f join r on r.id = f.risk where f.org_id = ${org}
      ) x join asset a on a.org_id = ${org} and a.id = x.asset group by x.risk
    ), m as (
      select l.risk, jsonb_agg(${measureTold} order by m.id) as measures
      from measure_risk l join r on r.id = l.risk
      join treatment_measure m on m.org_id = ${org} and m.id = l.measure and m.archived_at is null and m.state <> 'cancelled'
      left join control k on k.org_id = ${org} and k.id = m.control and k.archived_at is null
      where l.org_id = ${org} group by l.risk
    )
    select r.*, case when v.top = 5 or not v.unknown then v.top end as fresh_value, case when p.id is null then r.unit else p.unit end as fresh_unit, m.measures
    from r left join v on v.risk = r.id left join m on m.risk = r.id left join asset p on p.org_id = ${org} and p.id = r.asset
    order by r.id`.execute(ctx.tx)
  // Risks of one scenario say the same of the same controls: each text is read once.
  const known = new Map<string, ControlEffects>()
  const effectsOf = (text: string): ControlEffects => {
    const found = known.get(text) ?? (JSON.parse(text) as ControlEffects)
    known.set(text, found)
    return found
  }
  return rows.map(({ effects, ...row }) => ({ ...row, control_effects: effects === null ? null : effectsOf(effects) }))
}

export interface Recomputed extends FigureFields {
  readonly id: string
  readonly assetValue: number | null
  readonly unit: string | null
  /** Whether the change is told in the history, which a version stands for. */
  readonly told: boolean
  readonly reopened: boolean
}

/** Search answers by unit, so it has to know where a risk belongs now. */
export const moveInSearch = async (ctx: Ctx, rows: readonly { id: string; unit: string | null }[]): Promise<void> => {
  if (rows.length === 0) return
  await sql`update search_entry s set unit_id = r.unit from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, unit uuid)
    where s.org_id = ${ctx.org.id} and s.noun = 'risk' and s.record_id = r.id`.execute(ctx.tx)
}

interface By {
  readonly id: string
  readonly name: string
  readonly hash: string
}

/** Notes other criteria of figures that come out by them as they were. One statement. */
export const stampFigures = async (ctx: Ctx, by: By, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`update risk set criteria = ${by.id}, method = ${by.name}, definition_hash = ${by.hash} where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
}

const written = [
  ...['id', 'unit'].map((name) => ({ name, type: 'uuid' })), ...['told', 'reopened', 'evidence_stale'].map((name) => ({ name, type: 'boolean' })),
  { name: 'support', type: 'text' }, ...['asset_value', ...columns].map((name) => ({ name, type: 'smallint' })),
]

/** Writes new figures, one statement per 5,000 rows. */
export const writeFigures = async (ctx: Ctx, by: By | null, rows: readonly Recomputed[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += 5_000) {
    const values = rows.slice(from, from + 5_000).map((r) => ({
      id: r.id, unit: r.unit, told: r.told, reopened: r.reopened, evidence_stale: r.evidenceStale, support: r.support, asset_value: r.assetValue,
      ...Object.fromEntries(figureKeys.map((key, i) => [columns[i], r[key]])),
    }))
    const stamp = by === null ? sql`` : sql`, criteria = ${by.id}, method = ${by.name}, definition_hash = ${by.hash}`
    await sql`update risk t set asset_value = r.asset_value, unit = r.unit, support = r.support, evidence_stale = r.evidence_stale, ${sql.join(columns.map((c) => sql`${sql.ref(c)} = ${sql.ref(`r.${c}`)}`))} ${stamp},
        version = t.version + case when r.told then 1 else 0 end, updated_at = case when r.told then ${ctx.now}::timestamptz else t.updated_at end,
        acceptance = case when r.reopened then 'reopened' else t.acceptance end,
        accepted_until = case when r.reopened then null else t.accepted_until end, accepted_level = case when r.reopened then null else t.accepted_level end
      from ${rowset(written, values)}
      where t.org_id = ${ctx.org.id} and t.id = r.id and t.id = any(${values.map((v) => v.id)}::uuid[])`.execute(ctx.tx)
  }
}
