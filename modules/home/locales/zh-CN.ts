import type { Translation } from '@heng/contract'
import type { en } from './en.ts'

export const zhCN = {
  title: '首页',
  welcome: '{name}，您好',
  tiles: {
    assets: '资产', keyAssets: '关键资产', assetsUnvalued: '未评估资产', assetsWithoutOwner: '无责任人资产',
    risks: '未关闭风险', risksHigh: '高风险', risksNotAssessed: '未评估风险', risksUndecided: '未选处置方式的风险',
    reviewsOverdue: '逾期未复评风险', measuresOverdue: '逾期处置措施', controlsNotWorking: '失效控制措施',
    controlsPlanned: '待实施控制措施', soaUndecided: '适用性声明待定项', tasksOverdue: '逾期工作',
  },
  tilesHeading: '总览',
  moreThan: '{n}+',
  notBegun: '尚未开始', soaNotBegun: '适用性声明',
  posture: '风险态势',
  postureEmpty: '尚无已评级的风险。',
  top: '最高风险',
  notAssessed: '未评估',
  openRegister: '查看清单',
  work: { heading: '我的工作', all: '全部工作', none: '暂无待办工作。', overdue: '已逾期' },
  coverage: {
    heading: '工作进度',
    of: { owned: '已明确责任人的资产', valued: '已评估的资产', assessed: '已评估的风险', treated: '已选处置方式的风险', applicability: '已作决定的适用性声明条目', working: '已实施的控制措施' },
    rest: '待办 {count} 项', complete: '已全部完成',
  },
  guide: {
    heading: '从哪里开始？',
    about: '从零到一份获批的适用性声明，共九步。系统记录显示已无待办，或由您确认暂告完成，即视为完成。',
    progress: '已完成 {done}/{all}',
    hide: '隐藏向导', show: '显示向导', done: '已完成',
    enough: '暂告完成', saidEnough: '已确认暂告完成', reopen: '撤销', enoughFor: '{action}：{step}',
    left: '待办 {rest} 项',
    counts: {
      people: '{all} 人中 {done} 人已归属部门', assets: '{all} 项资产中 {done} 项已明确责任人', values: '{all} 项资产中 {done} 项已赋值',
      scenarios: '{all} 个风险场景中 {done} 个已作决定', rating: '{all} 项未关闭风险中 {done} 项已评估', treatment: '{all} 项未关闭风险中 {done} 项已选处置方式', soa: '{all} 条中 {done} 条已作决定',
    },
    waits: { people: '目前只有您一人', scenarios: '尚无已确认的风险', treatment: '尚无获批的处置计划', soa: '尚未获批' },
    steps: {
      people: { title: '录入部门和人员', about: '明确归属和决定权，邀请参与人员开通账号。' },
      scope: { title: '确定体系范围', about: '组织环境、相关方，以及体系覆盖的部门、场所和系统（4.1–4.3）。' },
      criteria: { title: '批准风险准则', about: '先定赋值标准和接受等级，由最高管理层批准（6.1.2\u00a0a）。' },
      assets: { title: '建立资产清单', about: '导入表格或扫描结果，各部门维护各自部分。' },
      values: { title: '资产赋值', about: '对保密性、完整性、可用性按 1–5 赋值并说明理由。' },
      scenarios: { title: '识别风险', about: '由知识库生成风险场景，逐项确认或排除。' },
      rating: { title: '分析和评价风险', about: '对可能性和影响赋值并说明依据，计算过程逐步可见（6.1.2\u00a0d）。' },
      treatment: { title: '制定风险处置计划', about: '处置方式、措施、费用和期限，由风险责任人批准（6.1.3）。' },
      soa: { title: '批准适用性声明', about: '逐项作出决定，检查有无遗漏，批准后锁定并导出。' },
    },
  },
  sample: {
    heading: '先看看示例？',
    about: '载入示例企业：一家中型制造企业，12 个部门、40 名人员、400 项资产和一份网络扫描结果，全部经由与您所用相同的导入功能载入。',
    load: '载入示例企业', loading: '正在载入示例企业', loaded: '示例企业已载入。',
  },
  errors: { 'home.sampleNotEmpty': '仅当尚无资产时才能载入示例企业。' },
} satisfies Translation<typeof en>
