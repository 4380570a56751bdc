import type { Translation } from '@heng/contract'
import type { audit as en } from './audit.en.ts'

export const audit = {
  title: '信息安全管理体系审核报告',
  subtitle: '{period} · 数据截至 {at}',
  classification: '机密',
  about: {
    heading: '阅读说明',
    scope: '各清单为报告生成时的全部内容；审批和变更历史为本期内容。',
    asAt: '各项等级依据下列现行风险准则得出。本报告可随时再次下载；JSON 文件的 SHA-256 与报告记录一致。',
    hashes: '哈希值为所批准、接受或作出结论的内容按规范化 JSON（RFC 8785）计算的 SHA-256。方法全文附于报告末尾，可据以重新计算等级。',
    notAssessed: '“未评估”如实列出，既不等于零，也不等于低。',
  },
  criteria: {
    heading: '风险准则与方法', basis: 'ISO/IEC 27001 6.1.2 a)。报告生成时的现行准则。', none: '尚未制定风险准则。',
    record: '风险准则', state: '状态', provisional: '草稿：未经批准，等级为暂定结果', approved: '批准时间：', frozenHash: '批准内容的 SHA-256', method: '方法', definitionHash: '方法定义的 SHA-256',
    appetite: '风险偏好', performing: '风险评估时机', acceptance: '风险接受准则', level: '等级', acceptBy: '接受人', treatment: '处置要求', review: '复评周期（月）', valid: '接受有效期（月）',
    scales: '各级含义', scale: '标度', step: '级别', meaning: '含义',
  },
  risks: { heading: '风险登记册', basis: '全部未归档的风险。证据支持等级：现有控制措施测试结果所支持的等级。' },
  measures: { heading: '风险处置措施', basis: 'ISO/IEC 27001 6.1.3、8.3。' },
  plans: { heading: '风险处置计划', basis: '由所涉风险的责任人整体批准；哈希值对应批准内容。' },
  acceptances: { heading: '残余风险接受', basis: 'ISO/IEC 27001 6.1.3 f)。哈希值对应所接受的内容。' },
  losses: { heading: '各风险损失金额', basis: '无控制、现有控制下、处置后的预期年损失，以及 95% 风险价值；输入、随机种子和引擎版本相同，结果相同。' },
  runs: { heading: '组合模拟', basis: '哈希值对应模拟开始时的输入。' },
  appetite: { heading: '风险偏好与容忍度', basis: 'ISO 31000 6.3.4。哈希值对应批准内容。' },
  breaches: { heading: '超出容忍度的风险', basis: '自发现风险超出容忍度之日起，至恢复为止。' },
  rounds: { heading: '风险评估', basis: 'ISO/IEC 27001 8.2。' },
  controls: {
    heading: '控制措施', basis: '有效性为测试结果所支持的程度占完全有效的百分比（control-effectiveness）；未测试的留空。',
    lines: '适用性声明条目', risks: '依赖该措施的风险',
  },
  tests: { heading: '测试程序', basis: '测试计划按 RFC 5545 规则，以整日计。' },
  results: { heading: '测试结果', basis: '偏差率上限为在所需置信度下偏差率的上限，以百分比表示。' },
  samples: { heading: '抽样、结论与复核', basis: '随机种子和总体相同，抽出的样本相同。独立：执行人和结论人均非控制措施责任人。' },
  evidence: { heading: '证据文件', basis: '控制措施、测试、结果、风险、处置、适用性声明及工作项的附件；SHA-256 对应文件内容。', noun: '记录', record: '编号', file: '文件', size: '字节', at: '添加时间', by: '添加人' },
  soa: { heading: '适用性声明', basis: 'ISO/IEC 27001 6.1.3 d)。现行版本，与批准内容逐字一致。', none: '尚无现行有效的适用性声明。', record: '版本', approvedBy: '批准' },
  drift: {
    heading: '适用性声明与控制测试的比较', basis: '规则 {rule}：{effective}% 及以上为有效，{partly}% 及以上为部分有效。适用的 {applicable} 项中，一致 {agreeing} 项，声明高于测试结果 {less} 项，低于 {more} 项，未评估 {notAssessed} 项。',
    line: '条目', title: '控制', stated: '声明情况', supported: '测试支持', controls: '依据的控制措施', risks: '与证据不符的评级', untested: '未测试',
  },
  conclusions: { heading: '符合性判定', basis: '人员作出的判定，以及证据当时和目前所提示的结果。' },
  approvals: {
    heading: '本期审批', basis: '本期内提交或作出决定的审批；哈希值对应决定所依据的内容。', reference: '编号', title: '审批事项', subject: '记录', state: '状态', asked: '提交', decisions: '决定',
    decided: { approve: '批准', reject: '驳回' },
  },
  overdue: { heading: '逾期工作', basis: '已过期限仍未完成的工作。', reference: '编号', title: '工作', kind: '类型', about: '关联记录', who: '责任人', due: '期限' },
  history: {
    heading: '变更历史及其完整性', basis: '本期内记录的全部变更；逐条重新计算哈希，并与单独保存的哈希值比对。', preview: '生成报告时统计变更条数并逐条重新计算哈希。',
    noun: '记录', entries: '变更', people: '人员', intact: '完整', erased: '按规定删除', broken: '不一致', total: '合计', brokenRecords: '与记录时不一致的条目：',
  },
  annex: { heading: '方法全文', basis: '规范化 JSON（RFC 8785），其 SHA-256 见风险准则部分。' },
} satisfies Translation<typeof en>
