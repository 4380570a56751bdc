import { knowledge } from '@heng/content-knowledge'
import { asSystem, createRecords, type Kit } from '@heng/server-kit'
import type { House } from './people.ts'
import type { Random } from './random.ts'
import { registerOf } from './size.ts'

const places = ['上海', '苏州', '深圳', '成都', 'Shanghai', 'Suzhou']
const subjects = ['订单', '财务', '人事', '研发', '图纸', '供应链', '质量', '仓储', '客户', '门户', 'MES', 'ERP', 'CRM', 'PLM', 'Mail', 'VPN']

/** Assets through the same set-based path as every verb: history, search and events included. */
export const plantAssets = async (kit: Kit, random: Random, { orgId, units, people }: House, count: number): Promise<{ id: string; type: string }[]> => {
  const made: { id: string; type: string }[] = []
  for (let from = 0; from < count; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, count - from) }, (_, i) => assetOf(random, from + i, random.pick(units).id, random.pick(people).id))
    const created = await asSystem(kit, orgId, 'job', 'seed', (ctx) => createRecords(ctx, registerOf(kit, 'asset'), rows))
    made.push(...created.map((a) => ({ id: a.id, type: a.type as string })))
  }
  return made
}

const assetOf = (random: Random, i: number, unit: string, owner: string) => {
  const type = random.pick(knowledge().assetTypes)
  const level = () => (random.chance(0.05) ? null : random.integer(1, 5))
  return {
    name: `${random.pick(subjects)}${type.title['zh-CN']} ${i + 1}`,
    tier: type.tier, type: type.id, unit, owner,
    classification: random.pick(['public', 'internal', 'sensitive', 'core']), location: random.pick(places), lifecycle: 'inUse',
    confidentiality: level(), integrity: level(), availability: level(), description: `${type.title.en}, ${random.pick(places)}`,
  }
}
