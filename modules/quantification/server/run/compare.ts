import { HengError, notFound, wordingIn } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import type { Basis, FrozenRun, RunResults } from '../../contract/index.ts'
import { lossRun } from './register.ts'

const finished = async (ctx: Ctx, ids: readonly string[]) => {
  const rows = await rowsByIds(ctx, lossRun, ids)
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) throw notFound('lossRun')
    authorise(ctx, 'lossRun:read', resourceOf(lossRun, row))
    if (row.results === null) throw new HengError('quantification.notFinished', { status: 409, params: { reference: row.reference } })
    return { frozen: row.frozen as FrozenRun, results: row.results as RunResults }
  })
}

/** Two runs side by side: the whole, the curves, and every risk of either. */
export const compare = async (ctx: Ctx, { id, other, basis }: { id: string; other: string; basis: Basis }) => {
  const [before, after] = (await finished(ctx, [id, other])) as [Awaited<ReturnType<typeof finished>>[number], Awaited<ReturnType<typeof finished>>[number]]
  const told = ({ results }: typeof before) => {
    const { mean, p95, p99, es95 } = results[basis].portfolio
    return { mean, p95, p99, es95 }
  }
  const means = ({ results }: typeof before) => new Map(results[basis].risks.map(({ risk, mean }) => [risk, mean]))
  const [then, now] = [means(before), means(after)]
  const named = new Map([...before.frozen.risks, ...after.frozen.risks].map((risk) => [risk.id, risk]))
  const risks = [...named.values()].map(({ id: risk, reference, title }) => ({ risk, reference, title: wordingIn(ctx.locale, title), before: then.get(risk) ?? null, after: now.get(risk) ?? null }))
  const moved = ({ before: a, after: b }: (typeof risks)[number]): number => Math.abs((b ?? 0) - (a ?? 0))
  return {
    basis, before: told(before), after: told(after), currencies: [before.frozen.currency, after.frozen.currency] as [string, string],
    curves: { before: before.results[basis].portfolio.exceedance, after: after.results[basis].portfolio.exceedance },
    risks: risks.toSorted((a, b) => moved(b) - moved(a)),
  }
}
