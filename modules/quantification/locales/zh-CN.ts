import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pages } from './pages/zh-CN.ts'

export const zhCN = {
  nouns: {
    quantification: {
      one: '量化分析', many: '风险量化',
      about: '以金额表示风险一年可能造成的损失：由人员估计发生频率和单次损失，再模拟大量年份得出。',
      fields: {
        title: '风险', risk: '风险编号', state: '数据状态', currentLoss: '年度预期损失', valueAtRisk: '在险价值（95%）', inherentLoss: '不计控制措施', plannedLoss: '计划实施后',
        owner: '风险责任人', unit: '部门', group: '共因分组', experts: '专家', currency: '币种', rationale: '分析说明', sources: '数据来源', years: '模拟年数', seed: '随机种子',
        simulatedAt: '模拟时间', engineVersion: '引擎版本', inputsHash: '输入摘要值', model: '损失模型', evidence: '历史事件', results: '模拟结果',
      },
      values: { state: { notSimulated: '未模拟', fresh: '最新', outdated: '已过期' } },
      actions: { simulated: '完成模拟', followed: '随风险更新', pooled: '采纳汇总估计', opined: '记录专家估计' },
    },
    lossRun: {
      one: '组合模拟', many: '组合模拟',
      about: '将全部已量化风险放在一起模拟，并保存当时的输入；每次模拟均可完全重现。',
      fields: {
        name: '名称', state: '状态', riskCount: '风险数', currentLoss: '年度预期损失', valueAtRisk: '在险价值（95%）', inherentLoss: '不计控制措施', plannedLoss: '计划实施后', unit: '部门',
        startedBy: '发起人', startedAt: '开始时间', years: '模拟年数', seed: '随机种子', coefficient: '组内相关系数', engineVersion: '引擎版本', frozenHash: '输入摘要值',
        job: '后台任务', note: '备注', frozen: '输入', results: '结果',
      },
      values: { state: { waiting: '运行中', done: '已完成', cancelled: '已取消', failed: '失败' } },
      actions: { simulated: '完成模拟' },
    },
    measureChoice: {
      one: '措施优选', many: '措施优选',
      about: '在预算内应采取哪些处置措施：选出剩余损失最小的组合，并给出最优性证明或剩余差距。',
      fields: {
        name: '名称', state: '状态', aim: '目标', cost: '费用', lossBefore: '采取前损失', lossAfter: '采取后损失', measureCount: '措施数', gap: '差距', run: '组合模拟', plan: '风险处置计划',
        startedBy: '发起人', startedAt: '发起时间', job: '后台任务', frozenHash: '输入摘要值', frozen: '输入', results: '结果',
      },
      values: { state: { waiting: '计算中', done: '已完成', cancelled: '已取消', failed: '失败' }, aim: { mean: '年度预期损失', tail: '最差 5% 年份的损失' } },
      actions: { chosen: '完成优选', adopted: '转为处置计划' },
    },
  },
  errors: {
    'quantification.noRun': '尚未进行组合模拟。',
    'quantification.noCandidates': '没有同时具备费用和金额效果、且作用于已量化风险的计划措施。',
    'quantification.nothingChosen': '没有选出可转为计划的措施。',
    'quantification.adopted': '该优选结果已转为处置计划。',
    'field.candidate': '不是可选的措施。',
    'field.mandatory': '不能既要求必选又排除。',
    'quantification.model': '损失模型无法模拟。{problem}',
    'quantification.exists': '该风险已有量化分析：{reference}。',
    'quantification.riskNotOpen': '风险 {reference} 不是开放状态。',
    'quantification.tooLarge': '模拟损失超出 {currency} 金额可表示的范围。',
    'quantification.tooMany': '模型每年事件过多，无法即时计算，最多可模拟 {years} 年。',
    'quantification.nothing': '尚无已量化的开放风险。',
    'quantification.tooManyRisks': '一次最多模拟 {most} 项风险。',
    'quantification.tooManyTogether': '共有 {count} 项风险设置了共因分组，最多支持 {most} 项。',
    'quantification.tooManyOpinions': '同一问题最多汇总 {most} 份估计。',
    'quantification.noOpinion': '该问题尚无可采用的估计。',
    'quantification.noSecondary': '模型中没有后续损失，无法采纳该估计。',
    'quantification.notFinished': '模拟 {reference} 没有结果。',
    'quantification.examplesNotEmpty': '已有量化分析，不能再载入示例。',
    'field.lossModel': '{problem}',
    'field.fixed': '不可修改。',
    'field.future': '不能晚于今天。',
    'field.beforeYears': '早于所统计的 {years} 年。',
    'field.aboveLow': '须大于下限。',
    'field.between': '须介于上下限之间。',
    'field.expert': '不在受邀专家之列。',
  },
  hints: {
    'quantification.noRun': '请先在“损失组合”页面进行组合模拟。',
    'quantification.noCandidates': '请在风险的“处置”页签中补充措施的费用和效果。',
    'quantification.nothing': '请打开一项风险，在“损失金额”页签中开始量化。',
    'quantification.tooManyTogether': '请将部分风险移出分组，或将相关系数设为 0。',
    'quantification.tooMany': '请减少模拟年数。',
    'quantification.noSecondary': '请先在模型中添加后续损失。',
    'quantification.noOpinion': '按校准成绩加权时，只采用参加过训练的专家意见。',
  },
  kinds: { 'measureChoice.solve': '措施优选', 'measureChoice.adopt': '生成处置计划', 'quantification.simulate': '模拟损失', 'quantification.examples': '载入量化示例', 'lossRun.simulate': '组合模拟', 'lossOpinion.give': '估计损失' },
  ...pages,
} satisfies Translation<typeof en>
