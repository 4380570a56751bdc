import { allows, register } from '@heng/server-kit'
import { lossRun as noun } from '../../contract/index.ts'
import type { RunResults } from '../../contract/index.ts'
import { moneyOf } from '../model/money.ts'


/** What was simulated stays; name and note may be changed. */
export const lossRun = register(noun, {
  table: 'loss_run',
  defaultSort: '-startedAt',
  importable: false,
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) {
      const results = after.results as RunResults | null
      const { currency } = after.frozen as { currency: string }
      const mean = (basis: 'inherent' | 'current' | 'planned') => moneyOf(results?.[basis].portfolio.mean ?? null, currency)
      Object.assign(after, { inherentLoss: mean('inherent'), currentLoss: mean('current'), plannedLoss: mean('planned'), valueAtRisk: moneyOf(results?.current.portfolio.p95 ?? null, currency) })
    }
  },
  actions: (ctx, row) => (row.state === 'waiting' && allows(ctx, 'lossRun:start', { unitId: row.unit as string | null }) ? ['cancel'] : []),
})
