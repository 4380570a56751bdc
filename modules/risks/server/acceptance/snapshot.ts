import { notFound } from '@heng/contract'
import { wordingSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface About {
  /** What an acceptance is about, word for word: the risk, its figures and what they follow from, and the measures promised. */
  readonly snapshot: unknown
  readonly residualLevel: number | null
  readonly acceptance: string
}

const kept: Readonly<Record<string, string>> = {
  id: 'id', reference: 'reference', threat: 'threat', threatText: 'threat_text', vulnerability: 'vulnerability', vulnerabilityText: 'vulnerability_text',
  consequence: 'consequence', properties: 'properties', option: 'option', assetValue: 'asset_value', inherent: 'inherent', current: 'current',
  inherentLevel: 'inherent_level', currentLevel: 'current_level', residualLevel: 'residual_level', residualLikelihood: 'residual_likelihood',
  residualImpact: 'residual_impact', method: 'method', definitionHash: 'definition_hash', criteria: 'criteria',
}
const fields = sql.raw(Object.entries(kept).map(([key, column]) => `'${key}', t."${column}"`).join(', '))

/** Reads and locks what is decided on; one statement. */
export const lockAbout = async (ctx: Ctx, risk: string): Promise<About> => {
  const { rows } = await sql<About>`
    select t.residual_level as "residualLevel", t.acceptance, jsonb_build_object('risk', jsonb_build_object('title', ${wordingSql('t', 'title')}, ${fields}), 'measures', coalesce((
      select jsonb_agg(jsonb_build_object('reference', m.reference, 'title', m.title, 'state', m.state, 'due', m.due,
        'reductions', (select e -> 'reductions' from jsonb_array_elements(m.effects) e where e ->> 'risk' = t.id::text)) order by m.reference)
      from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null and m.state <> 'cancelled'
      where l.org_id = t.org_id and l.risk = t.id), '[]'::jsonb)) as snapshot
    from risk t where t.org_id = ${ctx.org.id} and t.id = ${risk} for update of t`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('risk')
  return rows[0]
}
