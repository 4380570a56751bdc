import { applicability } from '@heng/applicability/contract'
import { controls } from '@heng/controls/contract'
import { frameworks } from '@heng/frameworks/contract'
import type { Member } from '../bench.ts'

/** A statement of applicability with every line of Annex A decided, resting on controls and on the planted risks. */
export const plantSoa = async (manager: Member): Promise<string> => {
  const { items } = await manager.call(frameworks.framework.list, {})
  const annexA = items.find((f) => f.name.includes('27001')) ?? (await manager.call(frameworks.framework.install, { catalogue: 'iso-iec-27001-2022' }))
  const { nodes } = await manager.call(frameworks.framework.tree, { id: annexA.id })
  await manager.call(controls.control.start, { requirements: nodes.filter((n) => n.assessable).map((n) => n.id) })
  const { id } = await manager.call(applicability.soa.newVersion, {})
  await manager.call(applicability.soa.prefill, { id })
  const { lines } = await manager.call(applicability.soa.lines, { id })
  const proposed = lines.filter((l) => l.proposal !== null).map((l) => l.id)
  if (proposed.length > 0) await manager.call(applicability.soa.accept, { id, lines: proposed })
  const rest = lines.filter((l) => l.proposal === null).map((l) => l.id)
  if (rest.length > 0) await manager.call(applicability.soaLine.bulk, { ids: rest, values: { applicable: 'yes', reasons: ['contract'], reasonText: '主要客户合同要求。' } })
  return id
}
