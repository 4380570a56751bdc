import type { Translation } from '@heng/contract'
import { calibration } from './calibration.zh-CN.ts'
import { choice } from './choice.zh-CN.ts'
import type { pages as en } from './en.ts'
import { model } from './model.zh-CN.ts'

export const pages = {
  pages: {
    tab: '损失金额',
    groups: { what: '风险', money: '损失金额', basis: '估计依据', how: '模拟参数' },
    bases: { inherent: '不计控制措施', current: '计入现有控制措施', planned: '计划实施后' },
    basesAbout: { inherent: '假设没有任何控制措施', current: '按测试证明的有效程度计入', planned: '再计入处置措施' },
    basis: '口径',
    atMost: '不超过 {amount}',
    range: '{low} 至 {high}',
    notAssessed: '部分措施尚未评估：未经测试或未说明效果的措施，最坏情况按不起作用计，最好情况按完全起作用计。',
    noBound: '无法给出下限',
    notSimulated: '尚未模拟。',
    outdated: '自上次模拟以来，输入、控制措施或处置措施已有变化，以下结果已过期。',
    begin: '开始量化',
    beginAbout: '估计该风险多久发生一次、每次损失多少，再通过大量模拟年份得出年度预期损失和不利年份的损失。',
    none: '该风险尚未量化。',
    edit: '修改估计',
    created: '已建立量化分析 {reference}。',
    simulate: '模拟',
    simulating: '正在模拟…',
    simulated: '已模拟 {years} 年。',
    simulateAll: '模拟已过期的分析',
    simulatedAll: '已模拟 {simulated} 项风险。',
    examples: '载入三个示例',
    sections: { figures: '结果', sensitivity: '敏感性', whatIf: '假设分析', experts: '专家估计', explain: '计算依据' },
    figures: {
      mean: '年度预期损失', p50: '中位年份', p90: '十年一遇的损失', p95: '二十年一遇的损失', p99: '百年一遇的损失',
      es95: '最差 5% 年份的平均损失', probabilityOfLoss: '一年内发生损失的概率', figure: '指标', chance: '随机误差范围 {low} 至 {high}', zeroVar: '多数年份没有损失，因此该分位数为零。请结合发生概率和最差年份的平均损失判断。',
    },
    curve: {
      label: '年度损失超过某一金额的概率', loss: '年度损失', probability: '超过的概率', oneIn: '约 {years} 年一遇', chance: '随机误差范围', tolerance: '风险容忍度', exceeds: '已超过', nil: '模拟的年份中没有发生损失。',
      rows: '概率',
    },
    job: { failed: '失败：{message}', cancelled: '已取消，此前完成的部分予以保留。', close: '关闭' },
    sensitivity: {
      label: '各项输入分别取其 90% 区间两端时的年度预期损失', about: '其他输入不变，并使用相同的随机数。模拟 {years} 年，种子 {seed}。', input: '输入', low: '取 {value}', high: '取 {value}',
      mean: '年度预期损失', p95: '在险价值（95%）', base: '当前估计', baseOf: '当前估计为 {amount}。', none: '模型中没有不确定的输入。', low5: '取下限', high95: '取上限', without: '没有该措施', full: '完全有效',
      inputs: { frequency: '年发生次数', capability: '攻击能力', strength: '防护强度', magnitude: '单次损失', secondary: '后续损失' },
      effects: '各项控制措施和处置措施的贡献', effectsNone: '没有作用于该风险的控制措施或处置措施。', unstated: '未说明对损失金额的影响',
    },
    whatIf: {
      about: '可任意调整，不会保存。两侧使用相同的随机数，差异仅来自所作的调整。', controls: '控制措施和处置措施', asIs: '维持现状', off: '停用', full: '完全有效', run: '比较', today: '现状', changed: '调整后', difference: '差异', inputs: '其他输入', change: '调整输入', back: '恢复现有输入',
    },
    explain: {
      model: '损失模型（不计控制措施）', reductions: '降低损失的措施', name: '控制措施或处置措施', effectiveness: '有效性', frequency: '减少发生次数', magnitude: '减少单次损失', stale: '测试已逾期', notTested: '未测试', notStated: '未说明',
      none: '尚无已知的降低措施。', formula: '发生次数和单次损失依次乘以每项措施的（1 − 效果 × 有效性）。尚在计划中的处置措施按完全有效计。',
      by: '{who} 于 {when} 模拟', years: '{years} 年', seed: '种子 {seed}', version: '引擎 {version}', hash: '输入摘要值', rationale: '分析说明', sources: '数据来源', evidence: '历史事件', incidents: '{years} 年内 {count} 起', export: '下载命令行输入文件',
      exportHelp: '用命令行可得到相同的“不计控制措施”结果：heng simulate {file} --years {years} --seed {seed}',
    },
    opinions: {
      about: '每位专家独立估计，提交后才能看到他人意见。由您汇总并决定是否采纳到模型。', ask: '邀请专家', asked: '已邀请专家。', experts: '专家', waiting: '尚未提交', hidden: '另有 {count} 份他人估计，提交您的估计后可见。', none: '尚无专家估计。',
      person: '专家', question: '问题', estimate: '估计（90% 区间）', rationale: '理由', weight: '权重', calibration: '校准得分', untrained: '未训练', pooled: '汇总结果', mean: '均值', pooling: '汇总方式', weighting: '权重',
      poolings: { linear: '并列', logarithmic: '折中' }, poolingsAbout: { linear: '每位专家都可能正确，保留意见分歧。', logarithmic: '得出居中的意见，更靠近把握较大的专家。' }, weightings: { equal: '相同', calibration: '按训练成绩' },
      questions: { frequency: '每年发生多少次', magnitude: '单次损失多少', secondary: '后续损失多少' }, take: '采纳到模型', takeTitle: '将汇总估计采纳到模型', takeReason: '采纳理由', taken: '已采纳到模型，请重新模拟。', without: '未参加训练，未计入：{names}',
      give: '提交我的估计', giveTitle: '我的估计', record: '代录估计', given: '估计已保存。', low: '只有二十分之一的情况低于', middle: '高于和低于的可能各半（选填）', high: '只有二十分之一的情况高于', why: '估计依据', save: '保存估计', page: '估计损失',
      pageAbout: '请给出您愿意以九比一打赌的区间，事先不要询问他人。', noRight: '只有受邀专家可以提交估计。', done: '谢谢。在分析结束前您可以修改估计。', eventsUnit: '次／年',
    },
    run: {
      nav: '损失组合', title: '损失组合', about: '把全部已量化的开放风险放在一起：一年可能损失多少，主要来自哪些风险。', start: '组合模拟', startTitle: '对全部已量化风险进行组合模拟', name: '名称', defaultName: '全部风险 {date}', unit: '仅限部门', years: '模拟年数', seed: '随机种子', coefficient: '共因分组内的相关系数',
      coefficientHelp: '同组风险的好坏年份在多大程度上同时出现：0 表示互不相关，0.95 表示几乎总是同时。', note: '备注', go: '开始', running: '正在进行组合模拟', done: '已模拟 {risks} 项风险。', none: '尚未进行组合模拟。', noneAbout: '请先在风险的“损失金额”页签中量化风险，再到此处进行组合模拟。',
      outdated: '{risks} 项风险中有 {count} 项已与本次模拟时不同。', open: '有 {count} 项风险未完全评估：未经测试或未说明效果的措施按不起作用计，结果偏保守。', contributions: '损失主要来自哪些风险', risk: '风险', mean: '年度预期损失', tail: '最差 5% 年份', share: '占比', p95: '单独在险价值（95%）',
      runs: '历次模拟', compare: '比较', compareTitle: '两次模拟比较', before: '之前', after: '之后', tab: '结果', cancel: '停止', noResults: '本次模拟没有结果。', total: '全部风险', toRisks: '前往风险清单', register: '风险量化', chooseOther: '与之比较', repeat: '本次模拟的输入已保存；相同的输入、年数和种子可完全重现结果。',
      newRisk: '未包含',
    },
    ...calibration,
    ...choice,
    ...model,
  },
} satisfies Translation<typeof en>
