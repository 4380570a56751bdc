import type { Text } from '@heng/contract'

/** Where threats come from (GB/T 20984-2022 names source and actor), as headings of pickers. */
export const sources: Readonly<Record<string, Text>> = {
  'external-attacker': { en: 'External attackers', 'zh-CN': '外部攻击者' },
  'insider-malicious': { en: 'Insiders, on purpose', 'zh-CN': '内部人员（恶意）' },
  'insider-error': { en: 'Insiders, by mistake', 'zh-CN': '内部人员（过失）' },
  'third-party': { en: 'Third parties', 'zh-CN': '第三方' },
  'technical-failure': { en: 'Technical failure', 'zh-CN': '技术故障' },
  environment: { en: 'Nature and surroundings', 'zh-CN': '自然与环境' },
  organisational: { en: 'Organisation', 'zh-CN': '组织管理' },
}

export const categories: Readonly<Record<string, Text>> = {
  network: { en: 'Network', 'zh-CN': '网络' },
  host: { en: 'Hosts and devices', 'zh-CN': '主机与设备' },
  application: { en: 'Applications', 'zh-CN': '应用' },
  data: { en: 'Data', 'zh-CN': '数据' },
  cryptography: { en: 'Cryptography', 'zh-CN': '密码' },
  'identity-access': { en: 'Identity and access', 'zh-CN': '身份与访问' },
  operations: { en: 'Operations', 'zh-CN': '运维' },
  development: { en: 'Development', 'zh-CN': '开发' },
  people: { en: 'People', 'zh-CN': '人员' },
  physical: { en: 'Physical', 'zh-CN': '物理环境' },
  organisation: { en: 'Organisation', 'zh-CN': '组织管理' },
  supplier: { en: 'Suppliers', 'zh-CN': '供应商' },
  cloud: { en: 'Cloud', 'zh-CN': '云' },
  ot: { en: 'Industrial control', 'zh-CN': '工业控制' },
}
