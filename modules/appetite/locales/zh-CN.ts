import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pages } from './pages/zh-CN.ts'

const standing = { breach: '超出容忍度', watch: '超出偏好', within: '偏好之内', notAssessed: '未评估' }
const measure = { current: '现有等级', planned: '处置后等级', expected: '年度预期损失', extreme: '不利年份损失' }
const kind = { incident: '安全事件', newVulnerability: '新增脆弱性', failedTest: '控制措施有效性下降', assetChange: '资产变更', indicator: '关键风险指标', obligation: '新增合规义务', manual: '其他原因' }

export const zhCN = {
  nouns: {
    riskAppetite: {
      one: '风险偏好声明', many: '风险偏好声明',
      about: '按风险类别和部门规定愿意承担多少风险、最多容忍多少风险，由最高管理层批准。',
      fields: {
        name: '名称', state: '状态', approvedAt: '批准时间', reviewDue: '复核日期', words: '文字表述', percentile: '不利年份分位数（%）', currency: '币种',
        lines: '分类别、分部门限值', together: '全部风险合计', policy: '时限要求', frozenHash: '批准内容哈希值',
      },
      values: { state: { draft: '草稿', inReview: '审批中', approved: '现行', superseded: '已被替代' } },
      actions: { submitted: '提交审批', approved: '批准', rejected: '驳回', withdrawn: '撤回', superseded: '被替代' },
    },
    appetitePosition: {
      one: '风险对照结果', many: '风险偏好对照',
      about: '逐项列出未关闭的风险与其适用偏好条目的对照结果。',
      fields: {
        title: '风险', risk: '风险记录', standing: '对照结果', currentLevel: '现有等级', levelStanding: '等级对照', residualLevel: '处置后等级',
        plannedStanding: '处置后对照', expectedLoss: '年度预期损失', expectedStanding: '预期损失对照', extremeLoss: '不利年份损失',
        extremeStanding: '不利年份损失对照', beyond: '超出容忍度的项目', levelLine: '适用条目（等级）', expectedLine: '适用条目（预期损失）', extremeLine: '适用条目（不利年份）',
        owner: '风险责任人', unit: '部门', since: '起始时间',
      },
      values: { standing, levelStanding: standing, plannedStanding: standing, expectedStanding: standing, extremeStanding: standing, beyond: measure },
    },
    toleranceBreach: {
      one: '超出容忍度事项', many: '超出容忍度事项',
      about: '超出风险容忍度的风险，自发现之日起跟踪至回到容忍度以内；可采取处置措施、办理风险接受，或申请限期例外。',
      fields: {
        title: '风险', state: '状态', risk: '风险记录', beyond: '超出项目', currentLevel: '现有等级', residualLevel: '处置后等级', expectedLoss: '年度预期损失',
        extremeLoss: '不利年份损失', owner: '风险责任人', unit: '部门', openedAt: '发现时间', dueOn: '应对期限', answer: '应对方式', answeredAt: '应对时间',
        answeredBy: '应对人', measure: '处置措施', acceptance: '风险接受', exceptionUntil: '例外截止日', exceptionReason: '例外理由', exceptionLevel: '批准例外时的等级',
        exceptionAsked: '已申请例外', reopenedBecause: '重新打开原因', closedAt: '关闭时间', closing: '关闭原因', statement: '风险偏好声明', limits: '超出的限值',
      },
      values: {
        state: { open: '待应对', answered: '已应对', closed: '已关闭' }, beyond: measure,
        answer: { treatment: '处置措施', acceptance: '风险接受', exception: '限期例外' },
        closing: { withinTolerance: '已回到容忍度以内', riskEnded: '风险已关闭', noLimit: '不再有适用限值' },
        reopenedBecause: {
          exceptionEnded: '例外已到期', acceptanceEnded: '风险接受已失效', measureLate: '处置措施逾期', measureCancelled: '处置措施已取消', measureTooWeak: '处置措施效果不足', risen: '风险进一步升高',
        },
      },
      actions: { answered: '作出应对', reopened: '重新打开', closed: '关闭', exceptionAsked: '申请例外', exceptionGranted: '批准例外', exceptionRefused: '未批准例外' },
    },
    reviewTrigger: {
      one: '复评触发', many: '复评触发记录',
      about: '在复评日期之前使评估结论存疑的情况：系统将风险列为待复评，并告知责任人原因；重新赋值或确认复评即为完成。',
      fields: {
        title: '触发原因', risk: '风险', kind: '类型', state: '状态', dueOn: '复评期限', owner: '风险责任人', unit: '部门', raisedAt: '触发时间', raisedBy: '触发人', sourceNoun: '来源类型',
        sourceId: '来源记录', sourceReference: '来源', sourceVersion: '来源记录版本', answer: '处理结果', answeredAt: '处理时间',
      },
      values: { kind, state: { open: '待复评', answered: '已复评', withdrawn: '已撤回' }, answer: { rated: '已重新赋值', reviewed: '复评确认不变', ended: '风险已关闭' } },
      actions: { answered: '完成复评', withdrawn: '撤回' },
    },
    riskIndicator: {
      one: '关键风险指标', many: '关键风险指标',
      about: '提前反映风险变化的量化指标：按频率采集，设黄、红两级阈值。',
      fields: {
        name: '名称', state: '状态', value: '最新值', measure: '计量单位', direction: '方向', amberFrom: '黄灯下限', redFrom: '红灯下限', amberDownTo: '黄灯上限', redDownTo: '红灯上限',
        frequency: '采集频率', nextDue: '下次采集', measuredAt: '最近采集', owner: '责任人', unit: '部门', source: '数据来源', definition: '指标定义', risks: '关联风险',
        reopensAt: '触发关联风险复评', active: '启用',
      },
      values: {
        state: { green: '绿灯', amber: '黄灯', red: '红灯', noData: '无数据', stale: '数据过期' },
        direction: { higherIsWorse: '越高越差', lowerIsWorse: '越低越差', bothWays: '过高过低均差' },
        frequency: { daily: '每日', weekly: '每周', monthly: '每月', quarterly: '每季度', halfYearly: '每半年', yearly: '每年' },
        reopensAt: { amber: '黄灯起', red: '红灯起', never: '不触发' },
      },
      actions: { measured: '采集', becameStale: '数据过期' },
    },
    emergingRisk: {
      one: '新兴风险', many: '新兴风险',
      about: '可能演变为风险的苗头：人人均可上报，由专人研判并持续关注，最终转为风险场景、登记为风险或予以排除。',
      fields: {
        title: '标题', state: '状态', what: '情况描述', source: '来源', sourceText: '来源说明', horizon: '时间范围', velocity: '发展速度', proximity: '临近程度', impact: '可能影响',
        reportedBy: '上报人', owner: '关注负责人', unit: '部门', reviewDue: '复核日期', reason: '理由', decidedBy: '研判人', decidedAt: '研判时间', scenario: '风险场景', risk: '风险', duplicateOf: '与之重复',
      },
      values: {
        state: { noted: '待研判', watching: '持续关注', becameScenario: '已转为风险场景', becameRisk: '已登记为风险', dismissed: '已排除', duplicate: '重复' },
        source: { news: '新闻报道', authority: '主管部门', peers: '同行业', supplier: '供应商', technology: '新技术', regulation: '法律法规', staff: '内部员工', other: '其他' },
        horizon: { now: '已经发生', withinYear: '一年以内', oneToThreeYears: '一至三年', later: '三年以后' },
        velocity: { days: '数日之内', weeks: '数周之内', months: '数月之内', years: '数年之间' },
        proximity: { us: '已波及本单位', supplyChain: '已波及供应链', sector: '已波及本行业', elsewhere: '尚在其他领域' },
      },
      actions: { watching: '持续关注', becameScenario: '转为风险场景', becameRisk: '登记为风险', dismissed: '排除', duplicate: '标记为重复', reopened: '恢复' },
    },
  },
  errors: {
    'appetite.noCriteria': '尚无风险准则，无法确定风险偏好所依据的等级。',
    'appetite.criteriaNotApproved': '风险准则尚未批准。',
    'appetite.noStatement': '当前没有现行的风险偏好声明。',
    'appetite.statementState': '声明处于“{state}”状态，不能执行此操作。',
    'appetite.statementFrozen': '审批中或已批准的声明不能修改。',
    'appetite.statementInUse': '审批中或现行的声明不能归档。',
    'appetite.order': '容忍度不能低于偏好。',
    'appetite.emptyLine': '第 {line} 条未设任何限值。',
    'appetite.sameLine': '第 {line} 条与第 {first} 条的类别和部门相同。',
    'appetite.levelUnknown': '现行评估方法没有高于 {highest} 的等级。',
    'appetite.breachClosed': '该事项已关闭。',
    'appetite.measureElsewhere': '该措施未针对此风险，或已不在实施中。',
    'appetite.measureWithoutDay': '{reference} 没有未来的完成期限，不能作为应对。',
    'appetite.exceptionAsked': '已有例外申请正在审批。',
    'appetite.exceptionUntil': '截止日应在 {first} 至 {last} 之间。',
    'appetite.triggerAnswered': '该触发记录已处理。',
    'appetite.bound.missing': '所选方向需要填写此阈值。',
    'appetite.bound.superfluous': '所选方向不使用此阈值。',
    'appetite.bound.order': '红灯阈值应比黄灯更差；双向指标的上下阈值之间应留有绿灯区间。',
    'appetite.future': '测量时间不能晚于当前时间。',
    'appetite.sameInstant': '两条测量值的时间相同：{at}。',
    'appetite.columns': '表格缺少列：{columns}。',
    'appetite.table': '无法读取表格：{problem}',
    'appetite.emergingState': '{reference} 的当前状态不允许此操作。',
    'appetite.emergingDecided': '{reference} 已有研判结论，不能再修改。',
    'appetite.emergingTaken': '您的上报已被受理，后续由信息安全管理人员维护。',
    'appetite.reviewDay': '日期不能早于今天。',
    'appetite.mergeTarget': '请选择另一条本身不是重复项的线索。',
  },
  hints: {
    'appetite.noCriteria': '请先起草风险准则。',
    'appetite.criteriaNotApproved': '请先将风险准则提交最高管理层批准。',
    'appetite.statementFrozen': '请起草新的声明，内容将沿用现行声明。',
    'appetite.measureWithoutDay': '请先为措施设定完成期限。',
  },
  kinds: {
    'appetite.check': '风险偏好对照检查',
    'toleranceBreach.answer': '应对超出容忍度的风险',
    'risk.reassess': '重新评估风险',
    'riskIndicator.measure': '采集关键风险指标',
    'riskIndicator.react': '处理指标预警',
    'emergingRisk.triage': '研判新兴风险',
    'emergingRisk.review': '复核新兴风险',
    'riskAppetite.together': '应对风险合计超限',
    'riskAppetite.review': '复核风险偏好声明',
  },
  pages,
} satisfies Translation<typeof en>
