import { applicability } from '@heng/applicability/contract'
import { risks } from '@heng/risks/contract'
import { approve } from './agreed.ts'
import type { Treated } from './treated.ts'

/** Every line decided, the version approved by top management, the residual risk accepted: an ISMS that an auditor may visit. */
export const putInForce = async ({ manager, board, riskOwner }: Treated): Promise<{ soa: string }> => {
  const { call } = manager
  const { id } = await call(applicability.soa.newVersion, {})
  const { lines } = await call(applicability.soa.lines, { id })
  const suggested = lines.filter((l) => l.proposal !== null).map((l) => l.id)
  await call(applicability.soa.accept, { id, lines: suggested })
  await call(applicability.soaLine.bulk, { ids: lines.map((l) => l.id).filter((line) => !suggested.includes(line)), values: { applicable: 'yes', reasons: ['contract'] } })
  const { version } = await call(applicability.soa.get, { id })
  await call(applicability.soa.submit, { id, version })
  await approve(board.call, 'soa', id, 'OK')
  // The owner decides first; at this level the criteria ask for the word of top management besides.
  for (const [who, state] of [[riskOwner, 'requested'], [board, 'escalated']] as const) {
    const { items } = await who.call(risks.riskAcceptance.list, { filter: { state } })
    for (const asked of items) await who.call(risks.riskAcceptance.decide, { id: asked.id, version: asked.version, decision: 'accept', reason: 'OK' })
  }
  return { soa: id }
}
