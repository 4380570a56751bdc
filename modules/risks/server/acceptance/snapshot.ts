import type { Ctx, StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'

/** What an acceptance is about, word for word: the risk, its figures and what they follow from, and the measures promised. */
export const snapshotOf = async (ctx: Ctx, risk: StoredRow) => {
  const { rows: measures } = await sql<{ reference: string; title: string; state: string; due: string | null; effects: unknown }>`
    select m.reference, m.title, m.state, m.due, (select e -> 'reductions' from jsonb_array_elements(m.effects) e where e ->> 'risk' = ${risk.id}) as effects
    from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null and m.state <> 'cancelled'
    where l.org_id = ${ctx.org.id} and l.risk = ${risk.id} order by m.reference`.execute(ctx.tx)
  const kept = [
    'title', 'threat', 'threatText', 'vulnerability', 'vulnerabilityText', 'consequence', 'properties', 'option', 'assetValue', 'inherent', 'current',
    'inherentLevel', 'currentLevel', 'residualLevel', 'residualLikelihood', 'residualImpact', 'method', 'definitionHash', 'criteria',
  ] as const
  return { risk: { id: risk.id, reference: risk.reference, ...Object.fromEntries(kept.map((key) => [key, risk[key] ?? null])) }, measures }
}
