import { HengError } from '@heng/contract'
import { riskFacts } from '@heng/risks/reads'
import { allows, emit, register, type Ctx, type Draft } from '@heng/server-kit'
import { quantification as noun } from '../../contract/index.ts'
import { derive } from './derive.ts'
import { activeOfRisks } from './store.ts'

/** One for each open risk, and always the same risk's. */
const check = async (ctx: Ctx, drafts: readonly Draft[], action: string): Promise<void> => {
  for (const { before, after } of drafts) {
    if (before !== null && before.risk !== after.risk) throw new HengError('invalid', { fields: [{ path: 'risk', code: 'fixed' }] })
  }
  const begun = drafts.filter(({ before, after }) => after.archivedAt === null && (before === null || action === 'restored'))
  if (begun.length === 0) return
  const risks = begun.map(({ after }) => after.risk as string)
  if (new Set(risks).size < risks.length) throw new HengError('invalid', { fields: [{ path: 'risk', code: 'duplicate' }] })
  const facts = await riskFacts(ctx, risks)
  for (const risk of risks) if (facts.get(risk)?.isOpen !== true) throw new HengError('quantification.riskNotOpen', { status: 409, params: { reference: facts.get(risk)?.reference ?? '' } })
  const [there] = await activeOfRisks(ctx, risks)
  if (there !== undefined) throw new HengError('quantification.exists', { status: 409, params: { reference: there.reference } })
}

export const quantification = register(noun, {
  table: 'quantification',
  defaultSort: '-currentLoss',
  importable: false,
  links: { experts: { table: 'quantification_expert', own: 'quantification', other: 'person' } },
  derive,
  check,
  // Limits in money are held against these figures.
  afterwards: async (ctx, drafts) => {
    const moved = drafts.filter(({ before, after }) => (before?.results ?? null) !== after.results || (before?.archivedAt ?? null) !== after.archivedAt).map(({ after }) => after.risk as string)
    for (let from = 0; from < moved.length; from += 1_000) await emit(ctx, 'risk.lossesMoved', { ids: moved.slice(from, from + 1_000) })
  },
  actions: (ctx, row) => (row.archivedAt === null && allows(ctx, 'quantification:simulate', { unitId: row.unit as string | null, ownerIds: [row.owner as string | null] }) ? ['simulate'] : []),
})
