import type { Translation } from '@heng/contract'
import type { pages as en } from './en.ts'

export const pages = {
  categories: {
    all: '全部风险', wholeOrganisation: '全组织',
    kinds: { all: '全部风险', threatGroup: '威胁来源', property: '受损属性', assetCategory: '资产类别' },
    threatGroup: {
      'external-attacker': '外部攻击者', 'insider-malicious': '内部人员（恶意）', 'insider-error': '内部人员（过失）', 'third-party': '第三方', 'technical-failure': '技术故障',
      environment: '自然与环境', organisational: '组织管理',
    },
    property: { confidentiality: '保密性受损', integrity: '完整性受损', availability: '可用性受损' },
    assetCategory: { business: '业务', hardware: '硬件', software: '软件', data: '数据', service: '服务', people: '人员', premises: '场所', network: '网络', document: '文档' },
  },
  statement: { newName: '{year} 年度风险偏好声明' },
  trigger: { assetFields: { value: '价值', owner: '责任人', unit: '所属部门', classification: '信息级别' } },
  indicator: {
    problems: {
      at: '“{value}”不是有效的日期或时间。', value: '“{value}”不是有效的数值。', unknown: '没有编号为 {reference} 且您有权填报的指标。', future: '测量时间晚于当前时间。',
      twice: '与第 {first} 行的指标和时间重复。', columns: { indicator: '指标编号', at: '时间', value: '数值' },
    },
  },
} satisfies Translation<typeof en>
