import type { Translation } from '@heng/contract'
import type { choice as en } from './choice.en.ts'

export const choice = {
  choice: {
    nav: '措施优选', title: '措施优选', about: '在给定预算内，从计划措施中选出剩余损失最小的组合，并给出最优性证明或剩余差距。', run: '损失取自 {run}', noRun: '尚未进行组合模拟。', toPortfolio: '前往损失组合',
    none: '没有同时具备费用和金额效果、且作用于已量化风险的计划措施。', aim: '降低目标', aims: { mean: '年度预期损失', tail: '最差 5% 年份的损失' }, budget: '预算', year: '第 {n} 年', addYear: '增加一年', removeYear: '减少一年', name: '名称', defaultName: '预算 {amount} 的措施组合',
    measure: '措施', cost: '费用', saves: '单独可降低', risks: '风险数', wish: '要求', wishes: { free: '不限', mandatory: '必选', excluded: '排除' }, upkeep: '每年维持费用', requires: '前置措施', conflicts: '互斥措施', details: '{reference} 的依赖关系与维持费用', more: '依赖关系', left: '未列入选择的措施', start: '开始优选', working: '正在优选措施', done: '已选出 {measures} 项措施。',
    why: { noCost: '未填写费用', otherCurrency: '币种不同', noEffect: '未说明对损失金额的影响', notQuantified: '未作用于已量化的风险' },
    tab: '结果', status: { optimal: '已证明最优：没有其他组合能使剩余损失更小。', gap: '限定时间内的最好结果，其他组合至多再降低 {gap}。', infeasible: '必选措施超出预算或相互矛盾。', none: '限定时间内未找到可行组合。' },
    loss: '损失', before: '采取前', after: '采取后', spent: '支出', begins: '开始', ofBudget: '{amount}，预算 {budget}', nothing: '该预算下没有值得采取的措施。',
    frontier: '不同预算的效果', frontierCost: '费用', frontierLoss: '剩余损失', chosenHere: '当前选择', sensitivity: '选择对假设的敏感性', budgetLess: '预算减少一成', budgetMore: '预算增加一成', same: '措施相同', changes: '增加：{added}；减少：{removed}', nobody: '无',
    halved: '若“{measure}”的效果减半', kept: '仍入选', dropped: '不再入选', simulated: '模拟验证', simulatedAbout: '对全部风险模拟 {years} 年：分别计入现有控制措施，以及另加所选措施（种子 {seed}，引擎 {version}）。没有上限和保险时，按比例计算的均值是精确的；逐年模拟还计入了上限和保险。',
    adopt: '转为处置计划', adoptTitle: '将所选组合转为处置计划', adoptAbout: '计划包含所选措施作用的全部风险。未定期限的措施以其开始年份年末为期限，责任人会在工作中看到任务。', planName: '计划名称', defaultPlan: '{year} 年度风险处置计划', cancelOthers: '取消未入选的计划措施', adopted: '已生成处置计划。', noResults: '没有结果。', earlier: '历次优选',
  },
} satisfies Translation<typeof en>
