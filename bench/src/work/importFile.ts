import { knowledge } from '@heng/content-knowledge'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { House } from '../plant/people.ts'
import { createRandom } from '../plant/random.ts'

const tiers = { business: '业务', system: '系统资产', component: '系统组件和单元资产' } as const
const subjects = ['订单', '财务', '人事', '研发', '图纸', '供应链', '质量', '仓储', '客户', '门户', 'MES', 'ERP', 'CRM', 'PLM']

/** Writes an asset list as a Chinese company keeps it, CSV in UTF-8 with a byte order mark. */
export const writeAssetList = async (path: string, rows: number, { units, people }: House): Promise<void> => {
  const random = createRandom(7)
  const file = createWriteStream(path)
  file.write('\uFEFF资产名称,资产层次,资产类型,部门,资产责任人,信息级别,位置,保密性,完整性,可用性,生命周期,说明\r\n')
  for (let i = 1; i <= rows; i++) {
    const type = random.pick(knowledge().assetTypes)
    const line = [
      `${random.pick(subjects)}${type.title['zh-CN']} ${i}`, tiers[type.tier], type.title['zh-CN'], random.pick(units).name, random.pick(people).name,
      random.pick(['公开', '内部', '敏感', '核心']), random.pick(['上海', '苏州', '深圳', '成都']), random.integer(1, 5), random.integer(1, 5), random.chance(0.05) ? '' : random.integer(1, 5),
      '在用', `第 ${i} 行，${random.pick(['三楼机房', '云上', '总部', '备份中心'])}`,
    ].join(',')
    if (!file.write(`${line}\r\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}
