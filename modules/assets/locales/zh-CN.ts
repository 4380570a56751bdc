import type { Translation } from '@heng/contract'
import type { en } from './en.ts'

export const zhCN = {
  nouns: {
    asset: {
      one: '资产', many: '资产',
      about: '对组织有价值、需要保护的对象：业务、系统、数据、组件、人员和服务，逐项明确责任人。',
      fields: {
        name: '名称', tier: '资产层次', unit: '部门', owner: '资产责任人', custodian: '资产保管人', confidentiality: '保密性',
        integrity: '完整性', availability: '可用性', value: '资产价值', description: '说明',
      },
      values: { tier: { business: '业务', system: '系统资产', component: '系统组件和单元资产' } },
    },
  },
} satisfies Translation<typeof en>
