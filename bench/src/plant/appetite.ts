import { appetite } from '@heng/appetite/contract'
import { approvals } from '@heng/approvals/contract'
import type { Member } from '../bench.ts'

/** A statement of appetite in force: every risk up to the second highest level is tolerated. Its check of all risks begins with the approval. */
export const plantAppetite = async (manager: Member, board: Member): Promise<void> => {
  const draft = await manager.call(appetite.riskAppetite.propose, { name: '风险偏好声明' })
  const { levels } = await manager.call(appetite.riskAppetite.inForce, {})
  const [second, third] = [levels.at(-2)!.value, levels.at(-3)!.value]
  const lines = draft.lines!.map((line) => ({ ...line, level: { appetite: third, tolerance: second } }))
  const { id, version } = await manager.call(appetite.riskAppetite.update, { id: draft.id, version: draft.version, values: { lines } })
  await manager.call(appetite.riskAppetite.submit, { id, version })
  const { items } = await board.call(approvals.approval.list, { noun: 'riskAppetite', recordId: id, state: 'open' })
  await board.call(approvals.approval.decide, { id: items[0]!.id, decision: 'approve', comment: '同意。' })
}
