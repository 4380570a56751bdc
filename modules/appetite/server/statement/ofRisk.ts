import { notFound } from '@heng/contract'
import { lossesOf } from '@heng/risks/reads'
import { allows, authorise, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { resolver } from '../../rules/resolve.ts'
import { standingOf } from '../../rules/standing.ts'
import { riskFacts } from '../position/facts.ts'
import { subjectOf } from '../position/place.ts'
import { unitPaths } from '../position/units.ts'
import { statementInForce } from './inForce.ts'

const limitOf = { current: 'level', planned: 'level', expected: 'expected', extreme: 'extreme' } as const

/** The lines that hold for one risk, its value against each, and its breach; computed now, so that it never lags behind. */
export const ofRisk = async (ctx: Ctx, { id }: { id: string }) => {
  const [risk] = await riskFacts(ctx, { risks: [id] })
  if (risk === undefined) throw notFound('risk')
  authorise(ctx, 'risk:read', { unitId: risk.unit, ownerIds: [risk.owner] })
  authorise(ctx, 'appetitePosition:read', { unitId: risk.unit, ownerIds: [risk.owner] })
  const statement = await statementInForce(ctx)
  if (statement === null) return { statement: null, measures: [], breach: null }
  const lines = resolver(statement.lines)(subjectOf(risk, await unitPaths(ctx)))
  const loss = lines.expected === null && lines.extreme === null ? undefined : (await lossesOf(ctx, [id], statement)).get(id)
  const values = { current: risk.currentLevel, planned: risk.residualLevel, expected: loss?.expected ?? null, extreme: loss?.extreme ?? null }
  const measures = (['current', 'planned', 'expected', 'extreme'] as const).flatMap((measure) => {
    const line = lines[limitOf[measure]]
    if (line === null) return []
    const limits = line[limitOf[measure]]!
    return [{ measure, standing: standingOf(values[measure], limits), value: values[measure], ...limits, line: line.id, words: line.words }]
  })
  return {
    statement: { id: statement.id, reference: statement.reference, name: statement.name, currency: statement.currency, percentile: statement.percentile },
    measures, breach: allows(ctx, 'toleranceBreach:read', { unitId: risk.unit, ownerIds: [risk.owner] }) ? await breachOf(ctx, id) : null,
  }
}

interface BreachOf {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly dueOn: string | null
  readonly answer: string | null
  readonly exceptionUntil: string | null
}

const breachOf = async (ctx: Ctx, risk: string): Promise<BreachOf | null> => {
  const { rows } = await sql<BreachOf>`select id, reference, state, due_on as "dueOn", answer, exception_until as "exceptionUntil" from tolerance_breach
    where org_id = ${ctx.org.id} and risk = ${risk} order by state <> 'closed' desc, id desc limit 1`.execute(ctx.tx)
  return rows[0] ?? null
}
