import { fill, HengError } from '@heng/contract'
import { requestApproval } from '@heng/approvals/reads'
import { criteriaInForce } from '@heng/risks/reads'
import { createRecords, rowsByIds, startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Line } from '../../contract/statement.ts'
import { messages } from '../../locales/index.ts'
import { today } from '../days.ts'
import { loadFor, shown } from '../shown.ts'
import { statementInForce } from './inForce.ts'
import { contentOf, statement } from './register.ts'
import { checkLevels } from './rules.ts'

/** Drafts the next statement from the one in force, or a first one that agrees with the risk criteria. */
export const propose = async (ctx: Ctx, { name }: { name?: string }) => {
  const words = fill(messages[ctx.locale].pages.statement.newName, { year: today(ctx).slice(0, 4) })
  const [row] = await createRecords(ctx, statement, [{ name: name ?? words }])
  return shown(ctx, statement, row!)
}

/** Puts the statement before top management. */
export const submit = async (ctx: Ctx, input: { id: string; version: number }) => {
  const row = await loadFor(ctx, statement, 'riskAppetite:submit', input)
  if (row.state !== 'draft') throw new HengError('appetite.statementState', { status: 409, params: { state: row.state } })
  const criteria = await criteriaInForce(ctx)
  if (criteria === null || criteria.provisional) throw new HengError('appetite.criteriaNotApproved', { status: 409 })
  checkLevels(row.lines as Line[], Math.max(...criteria.levels.map((l) => l.value)))
  await requestApproval(ctx, {
    kind: 'riskAppetite', noun: 'riskAppetite', recordId: row.id, reference: row.reference, title: row.name as string, snapshot: contentOf(row),
    steps: [{ order: 1, role: 'topManagement' }],
  })
  return shown(ctx, statement, { ...row, state: 'inReview', version: row.version + 1 })
}

/** What ratings and decisions look at now, and what comes next. */
export const inForce = async (ctx: Ctx) => {
  const now = await statementInForce(ctx)
  const [row] = now === null ? [] : await rowsByIds(ctx, statement, [now.id])
  const { rows } = await sql<{ id: string; reference: string; state: 'draft' | 'inReview' }>`select id, reference, state from risk_appetite
    where org_id = ${ctx.org.id} and archived_at is null and state in ('draft', 'inReview') order by state = 'inReview' desc, id desc limit 1`.execute(ctx.tx)
  const criteria = await criteriaInForce(ctx)
  return {
    statement: row === undefined ? null : shown(ctx, statement, row), next: rows[0] ?? null,
    levels: (criteria?.levels ?? []).map(({ value, title }) => ({ value, title })),
  }
}

export const recheck = async (ctx: Ctx) => {
  if ((await statementInForce(ctx)) === null) throw new HengError('appetite.noStatement', { status: 409 })
  return { jobId: await startJob(ctx, 'appetite.check', {}) }
}

/** The tree of units by name: statements name units, and every reader of one may read those. One statement. */
export const units = async (ctx: Ctx) => {
  const { rows } = await sql<{ id: string; name: string; parent: string | null }>`select id, name, parent from unit where org_id = ${ctx.org.id} order by name, id`.execute(ctx.tx)
  return { units: rows }
}
