type Both = Readonly<Record<'en' | 'zh-CN', string>>

/** A risk of the sample company in money: what an assessment workshop would have written down. Amounts in the organisation's currency. */
export interface SampleLoss {
  readonly asset: Both
  readonly owner: string
  readonly title: Both
  readonly consequence: Both
  /** As the engine of losses reads it. */
  readonly model: object
  readonly rationale: Both
  readonly sources: Both
  /** Controls that stand against it, with the per cent of events and of cost that they take off while they work fully. */
  readonly controls: readonly { readonly name: Both; readonly type: 'technical' | 'managerial' | 'physical'; readonly frequency: number; readonly magnitude: number }[]
  readonly measures: readonly { readonly title: Both; readonly cost: number; readonly frequency: number; readonly magnitude: number }[]
}

export const sampleLosses: readonly SampleLoss[] = [
  {
    asset: { en: 'Manufacturing execution system (MES)', 'zh-CN': 'MES 制造执行系统' }, owner: 'ma.jianguo@hengyue.example',
    title: { en: 'Ransomware stops production', 'zh-CN': '勒索软件导致停产' },
    consequence: { en: 'Machining lines stand still for days; recovery, overtime and penalties for late delivery.', 'zh-CN': '加工产线停产数日，产生恢复、加班和延期交付违约费用。' },
    model: {
      frequency: { between: { p5: 0.05, p95: 0.5 } }, magnitude: { lognormal: { p5: 800_000, p95: 15_000_000 } },
      secondary: { probability: 0.25, magnitude: { pert: { min: 100_000, mode: 600_000, max: 4_000_000 } } }, cap: 60_000_000,
    },
    rationale: { en: 'Lines earn about 1.6 million a day; three to nine days until the systems are rebuilt. One supplier was hit in the last six years.', 'zh-CN': '产线日产值约 160 万元，重建系统约需三至九天。近六年有一家供应商遭遇同类事件。' },
    sources: { en: 'Workshop with manufacturing, IT and finance; contract penalties of the three largest customers.', 'zh-CN': '制造部、信息技术部、财务部研讨会；三家最大客户的合同违约条款。' },
    controls: [],
    measures: [
      { title: { en: 'Separate production network from office network', 'zh-CN': '生产网与办公网隔离' }, cost: 680_000, frequency: 55, magnitude: 20 },
      { title: { en: 'Offline backups of MES with a yearly restore test', 'zh-CN': 'MES 离线备份与年度恢复演练' }, cost: 260_000, frequency: 0, magnitude: 50 },
    ],
  },
  {
    asset: { en: 'Product lifecycle management (PLM)', 'zh-CN': 'PLM 产品数据管理系统' }, owner: 'guo.wenbo@hengyue.example',
    title: { en: 'Design drawings leave with an employee', 'zh-CN': '员工离职带走设计图纸' },
    consequence: { en: 'A competitor quotes for our customers with our drawings.', 'zh-CN': '竞争对手利用本公司图纸向客户报价。' },
    model: { frequency: { between: { p5: 0.2, p95: 1.2 } }, magnitude: { lognormal: { p5: 60_000, p95: 3_500_000 } } },
    rationale: { en: 'Some forty people with access leave every year; two cases were found in five years, others may not have been noticed.', 'zh-CN': '每年约四十名有权限人员离职；五年内发现两起，可能还有未发现的。' },
    sources: { en: 'Personnel statistics, two legal cases, lost orders of 2025.', 'zh-CN': '人事统计、两起诉讼案件、2025 年丢单分析。' },
    controls: [{ name: { en: 'Watch on mass downloads of drawings', 'zh-CN': '图纸批量下载监测' }, type: 'technical', frequency: 50, magnitude: 30 }],
    measures: [{ title: { en: 'Rights expire on the day notice is given', 'zh-CN': '提出离职当日收回权限' }, cost: 90_000, frequency: 40, magnitude: 10 }],
  },
  {
    asset: { en: 'Accounting and treasury', 'zh-CN': '财务核算与资金' }, owner: 'fang.hui@hengyue.example',
    title: { en: 'Payment to a fraudster after a forged e-mail', 'zh-CN': '伪造邮件诱骗付款' },
    consequence: { en: 'Money that rarely comes back; a loss of trust at the bank.', 'zh-CN': '款项难以追回，银行信任受损。' },
    model: { frequency: { poisson: { rate: 6 } }, vulnerability: 0.04, magnitude: { pert: { min: 20_000, mode: 180_000, max: 2_400_000 } }, insurance: { deductible: 200_000, limit: 1_500_000 } },
    rationale: { en: 'About six serious attempts a year reach accounting; at most one in twenty-five gets through.', 'zh-CN': '每年约六次高度仿真的诈骗邮件到达财务部，得逞不超过二十五分之一。' },
    sources: { en: 'Mail gateway reports of three years; crime insurance policy.', 'zh-CN': '近三年邮件网关报告；犯罪险保单。' },
    controls: [],
    measures: [{ title: { en: 'Call back before any change of bank details', 'zh-CN': '变更收款账户前电话核实' }, cost: 30_000, frequency: 70, magnitude: 0 }],
  },
]
