import type { Translation } from '@heng/contract'
import type { pages as en } from './en.ts'

export const pages = {
  categories: {
    all: '全部风险', wholeOrganisation: '全组织',
    kinds: { all: '不分类别', threatGroup: '威胁来源', property: '受损属性', assetCategory: '资产类别' },
    threatGroup: {
      'external-attacker': '外部攻击者', 'insider-malicious': '内部人员（恶意）', 'insider-error': '内部人员（过失）', 'third-party': '第三方', 'technical-failure': '技术故障',
      environment: '自然与环境', organisational: '组织管理',
    },
    property: { confidentiality: '保密性受损', integrity: '完整性受损', availability: '可用性受损' },
    assetCategory: { business: '业务', hardware: '硬件', software: '软件', data: '数据', service: '服务', people: '人员', premises: '场所', network: '网络', document: '文档' },
  },
  groups: { what: '指标内容', bounds: '预警阈值', when: '采集安排', risks: '关联风险' },
  statement: {
    newName: '{year} 年度风险偏好声明', tab: '声明内容', words: '文字表述',
    draft: '草稿', draftText: '点击单元格即可修改。草稿不用于对照检查，须经最高管理层批准后生效。',
    inReview: '最高管理层审批中', inReviewText: '审批结束前不能修改。',
    frozen: '自 {date} 起施行', superseded: '{date} 批准，现已被替代', frozenText: '以下为批准内容，SHA-256：{hash}',
    lines: '风险偏好与容忍度', linesAbout: '每项风险适用其所在部门最近一级的条目；同一部门内，具体类别优先于“全部风险”；多条同时适用时取最严的一条；条目未规定的内容，按范围更大的条目执行。',
    category: '风险类别', unit: '适用部门', none: '同上级条目', addAt: '为“{category}、{unit}”设定限值', editAt: '修改“{category}、{unit}”的限值',
    wanted: '偏好', borne: '容忍度', upTo: '偏好 {appetite}，容忍度 {tolerance}', levelWanted: '风险偏好（愿意承担的最高等级）', levelBorne: '风险容忍度（可容忍的最高等级）',
    expected: '年度预期损失', expectedAbout: '单项风险按多年平均的年度损失。', badYear: '{years} 年一遇损失', badYearPlain: '不利年份损失', extremeAbout: '单项风险年度损失的 {percentile}% 分位数。',
    addLine: '新增条目', editLine: '修改条目', removeLine: '删除条目', notStated: '不作规定', inWords: '文字说明', inWordsExample: '例如：不容忍任何客户数据外泄。',
    half: '偏好与容忍度须同时填写或同时留空。',
    laxer: '部分部门的限值宽于其上级', laxerLine: '{unit}：“{category}”的{what}宽于{above}。', limitNames: { level: '等级', expected: '年度预期损失', extreme: '不利年份损失' },
    together: '全部风险合计', togetherAbout: '全组织所有风险合计的年度损失限值。', togetherExpected: '全部风险按多年平均的年度损失合计。', togetherExtreme: '全部风险合计的年度损失；只有对全部风险做过联合模拟才能得出。',
    noAmounts: '未规定金额。', percentileIs: '不利年份取 {percentile}% 分位数。', percentile: '不利年份分位数', percentileHelp: '95% 即二十年一遇的损失，99% 即百年一遇的损失，适用于所有条目。',
    policy: '时限要求', policyAbout: '发现问题后应在多长时间内作出应对。', breachDays: '应对超出容忍度的风险', exceptionDays: '例外最长期限', reviewDays: '触发后的复评时限', days: '{days} 天', dayUnit: '天',
    reviewDaysHelp: '发生以下情况后，关联风险须在多少天内复评；留空表示不触发复评。', reviewWithin: '{kind}：{days} 天内', reopensNothing: '{kind}：不触发复评',
    submit: '提交审批', submitTitle: '提交最高管理层批准', submitText: '提交后内容即锁定；批准后将对照检查全部未关闭的风险。', submitted: '已提交审批。',
  },
  standing: {
    nav: '风险偏好看板', title: '风险偏好对照看板', about: '将每项未关闭的风险与组织的偏好和容忍度逐一对照。',
    none: '尚无现行的风险偏好声明', noneText: '请起草风险偏好声明，系统会依据现行风险准则给出初稿。最高管理层批准后，本页将显示每项风险的对照结果。', draft: '起草声明',
    statement: '依据：', recheck: '重新检查全部风险', running: '正在检查全部风险，数据仍在更新。', lines: '分条目对照结果', line: '条目', limits: '限值', where: '风险分布', loss: '年度预期损失合计',
    today: '现状', planned: '处置后', expected: '年度预期损失', extreme: '不利年份损失', lossUnknown: '未评估', lossPartly: '已评估 {assessed} 项，未评估 {notAssessed} 项',
    total: '未关闭风险', uncovered: '无适用条目', breaches: '待应对的超限事项', overdue: '其中 {count} 项逾期', answered: '已应对的超限事项', exceptions: '其中 {count} 项为例外', together: '全部风险预期损失',
    limitIs: '偏好 {appetite}，容忍度 {tolerance}',
  },
  breach: {
    tab: '超限情况', again: '重新打开：{why}', asked: '已申请例外，等待最高管理层决定。', exceeded: '超出的限值', openRisk: '查看该风险', what: '项目', value: '风险现值', appetite: '偏好', tolerance: '容忍度', line: '适用条目',
    ways: '应对方式', byTreatment: '处置风险：指定能使风险回到容忍度以内的处置措施，在其完成期限之前视为已应对。', byAcceptance: '风险接受：在风险准则允许的情况下，由有权人接受残余风险，接受有效期内视为已应对。',
    byException: '限期例外：申请最高管理层批准在一定期限内暂予容忍。',
    treat: '以处置措施应对', treatText: '在措施完成期限之前视为已应对。措施逾期、取消，或验证后效果仍不足的，该事项将重新打开。', treated: '已以处置措施应对。',
    noMeasures: '该风险没有正在实施的处置措施。', planOne: '制定处置措施', measure: '处置措施', undated: '未设期限',
    askException: '申请例外', exceptionText: '由最高管理层决定。到期后或风险进一步升高时，该事项将重新打开。', until: '截止日期', reason: '需要暂予容忍的理由', exceptionSent: '已提交最高管理层。',
  },
  trigger: {
    assetFields: { value: '价值', owner: '责任人', unit: '所属部门', classification: '信息级别' },
    raise: '触发复评', raiseText: '系统将提前复评日期，并将理由告知风险责任人。', kind: '触发类型', days: '复评时限（天）', asStated: '按声明规定', reason: '理由', raised: '已触发复评，将通知风险责任人。',
    withdraw: '撤回', withdrawText: '撤回后不再因此要求风险责任人复评。', withdrawn: '已撤回。',
  },
  indicator: {
    tab: '趋势', trend: '指标趋势', at: '测量时间', value: '数值', state: '状态', from: '来源', note: '备注', values: '最近数值', noData: '尚无测量值。', add: '填报数值', added: '已登记。',
    vias: { hand: '手工填报', api: '接口', import: '导入' },
    import: '导入数值', importText: '表格需包含“指标编号、时间、数值”三列，可另加“备注”列。同一时刻已有数值的予以更正；重复导入不会产生变化。',
    file: '选择 CSV 文件', pasted: '或直接粘贴表格', example: '指标编号,时间,数值,备注\nKRI-0001,2026-10-31,12,十月', imported: '新增 {added} 条，更正 {changed} 条，未变 {same} 条。', nothingTaken: '存在问题，未导入任何数据', line: '第 {line} 行：',
    problems: {
      at: '“{value}”不是有效的日期或时间。', value: '“{value}”不是有效的数值。', unknown: '没有编号为 {reference} 且您有权填报的指标。', future: '测量时间晚于当前时间。',
      twice: '与第 {first} 行的指标和时间重复。', columns: { indicator: '指标编号', at: '时间', value: '数值' },
    },
  },
  emerging: {
    colon: '：', report: '上报', count: '共 {count} 条', showMore: '显示更多', detail: '所选线索', noMore: '没有更多说明。', openRecord: '打开记录', keys: '↑ ↓ 移动 · w 关注 · s 转为场景 · r 登记为风险 · m 重复 · d 排除 · 回车打开',
    shelves: { noted: '待研判', watching: '持续关注', became: '已转化', dismissed: '已排除' },
    empty: '没有待研判的线索。', emptyOther: '暂无内容。', emptyText: '任何员工发现可能演变为风险的苗头都可以上报，例如供应商经营异常、同行遭受攻击、法规即将出台等。',
    decisions: { watch: '持续关注', toScenario: '转为风险场景', toRisk: '登记为风险', merge: '标记重复', dismiss: '排除' },
    about: {
      watch: '指定专人关注，到期前系统会提醒。', toScenario: '选定资产、威胁和脆弱性后，进入风险场景待确认列表。', toRisk: '以上报内容直接登记到风险清单，再行评估。',
      merge: '与另一条线索相同，以那一条为准。', dismiss: '记录理由后归入已排除，之后仍可恢复。',
    },
    done: { watch: '{reference} 已列入持续关注。', toScenario: '{reference} 已转为风险场景。', toRisk: '{reference} 已登记为风险。', merge: '{reference} 已标记为重复。', dismiss: '{reference} 已排除。' },
    owner: '关注负责人', day: '复核日期', asset: '资产', assetOptional: '资产（可选）', threat: '威胁', vulnerability: '脆弱性', riskOwner: '风险责任人（可选）', into: '与之重复', reason: '理由', reasonOptional: '理由（可选）',
    reopen: '恢复', reopenText: '恢复后回到待研判列表。', reopened: '已恢复。',
  },
  risk: {
    tab: '偏好与复评', appetite: '风险偏好对照', by: '依据：', noStatement: '尚无现行的风险偏好声明。', noLine: '声明中没有适用于该风险的条目。', notAssessed: '未评估',
    breach: '已超出容忍度，应在 {due} 前作出应对。', answered: '已超出容忍度，并已作出应对。', measure: '项目', value: '风险现值', wanted: '偏好', borne: '容忍度', standing: '对照结果',
    noTriggers: '没有使评估结论存疑的情况。', happened: '触发原因', kind: '类型', state: '状态', due: '复评期限', noIndicators: '没有关联的关键风险指标。',
  },
} satisfies Translation<typeof en>
