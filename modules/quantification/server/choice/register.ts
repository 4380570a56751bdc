import { allows, register } from '@heng/server-kit'
import { measureChoice as noun, type ChoiceResults, type FrozenChoice } from '../../contract/index.ts'
import { moneyOf } from '../model/money.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** What was asked and answered stays; the name may be changed. Amounts are sums over all years of the budget. */
export const measureChoice = register(noun, {
  table: 'measure_choice',
  defaultSort: '-startedAt',
  importable: false,
  resource: () => ({}),
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) {
      const results = after.results as ChoiceResults | null
      const { currency, aim, run } = after.frozen as FrozenChoice
      const found = results === null || results.status === 'infeasible' || results.status === 'none' ? null : results
      const amount = (of: 'before' | 'after' | 'cost') => moneyOf(found === null ? null : sum(found.years.map((year) => year[of])), currency)
      Object.assign(after, {
        aim, run, lossBefore: amount('before'), lossAfter: amount('after'), cost: amount('cost'), measureCount: found === null ? null : found.chosen.length, gap: found?.gap ?? null,
      })
    }
  },
  actions: (ctx, row) => (row.archivedAt === null && row.results !== null && row.plan === null && allows(ctx, 'measureChoice:adopt') ? ['adopt'] : []),
})
