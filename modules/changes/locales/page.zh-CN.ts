import type { Translation } from '@heng/contract'
import type { page as en } from './page.en.ts'

export const page = {
  tab: '计划中的变更',
  items: {
    tab: '变更项', empty: '还没有变更项。请添加记录并填写拟修改的内容；变更集执行之前，任何记录都不会改变。',
    emptyFixed: '该变更集没有变更项。', loading: '正在加载变更项', count: '共 {count} 条记录', add: '添加记录', edit: '编辑', remove: '移除', removed: '已从变更集中移除',
    saved: '已记入变更集', note: '变更说明', noteHelp: '选填，供审批人参考。',
    actions: { create: '新建', update: '修改', archive: '归档', restore: '恢复' },
    standings: { steady: '', moved: '其他字段已被他人修改', clash: '存在冲突', done: '已与拟改内容一致', gone: '记录已被归档或恢复' },
    settle: '处理冲突', current: '当前值：',
  },
  add: {
    title: '向 {reference} 添加记录', register: '清单', what: '变更方式', existing: '修改已有记录', archive: '归档记录', create: '新建记录',
    record: '记录', next: '下一步', archiveIt: '加入变更集',
  },
  editor: {
    title: '在 {reference} 中修改：{label}', newTitle: '在 {reference} 中新建记录', save: '记入变更集', parts: '修改范围', fields: '字段', current: '现有风险赋值', inherent: '固有风险赋值',
    dependsOn: '依赖的资产', dependsOnHelp: '本资产所依赖的资产，价值沿依赖关系向其传递。', noCriteria: '尚无风险准则，无法赋值。', rationale: '赋值理由', comesTo: '计算结果',
  },
  conflict: {
    title: '处理冲突：{label}', text: '请逐个字段选择以哪个值为准。保留当前值的字段将从变更集中移除。',
    gone: '该记录已被归档或恢复，只能移除此变更项。', mine: '变更集中的值：', theirs: '当前值：', when: '起草时：', settle: '确认', drop: '移除', settled: '冲突已处理',
    banner: '有 {count} 条记录的相关字段已被他人修改。', bannerText: '请逐条处理；处理完之前不能提交或执行。', bannerFixed: '请重新打开编辑后处理冲突；目前不能执行。',
  },
  effect: {
    tab: '影响', none: '尚未预演影响。', noneText: '预演会完整执行全部变更、进行对比，然后全部撤回：不留下任何数据，也不会发出任何通知。',
    run: '预演影响', again: '重新预演', running: '正在预演变更的影响', failed: '预演未完成：{message}', cancelled: '预演已停止。',
    outdated: '预演之后变更项又有修改。', outdatedText: '请重新预演，查看最新影响。',
    by: '{name} 于 {when} 预演。', loading: '正在加载影响',
    refused: '有 {count} 项变更不符合规则，未计入对比。', conflicts: '有 {count} 项变更与记录的当前内容冲突，未计入对比。',
    unseen: '另有 {count} 条您无权查看的记录会随之变动。', nothing: '没有风险等级变动。', nothingAtAll: '没有其他记录随之变动。',
    today: '当前', then: '变更后', before: '当前', after: '变更后',
    up: '项风险升高', down: '项风险降低', assessed: '项由未评估变为已评估', unassessed: '项变为未评估', aboveOwner: '项超出责任人可接受的等级', acceptances: '项风险接受将失效', records: '条记录变动',
    basis: '风险等级', bases: { inherent: '固有', current: '现有', residual: '预期残余' },
    levels: '按等级统计', level: '等级', change: '增减', maps: '风险热力图', mapCaption: '{side}：{basis}风险，按{likelihood}和{impact}', cell: '{likelihood} {l}、{impact} {i}：{count} 项风险，等级 {level}，增减 {difference}',
    risks: '等级变动的风险', risk: '风险', isNew: '新增', isOut: '移出登记册', above: '超出责任人可接受的等级', endsAcceptance: '风险接受失效', more: '另有 {count} 项',
    soa: '适用性声明', soaText: '控制措施和风险变动后，{title} 中以下条目的依据会有所不同。适用性声明本身只能由人修改。', soaNone: '{title} 各条目的依据不变。',
    line: '条目', implementation: '实施情况', linked: '{count} 项控制措施', suggested: '{count} 项风险建议采用', necessary: '{count} 项风险需要',
    follow: '连带变动', followText: '按系统规则随变更项一同变动的记录。', own: '变更项本身',
    figures: '量化指标', figure: '指标', method: '风险准则 {reference}，方法 {method}', provisional: '风险准则尚未批准，等级为暂定结果。',
    changed: { created: '新建', updated: '修改', archived: '归档', restored: '恢复' }, percent: '{value}%',
  },
  submit: { action: '提交审批', title: '提交审批', text: '变更项和所预演的影响将被冻结，提交审批人审阅。', done: '已提交' },
  apply: {
    action: '执行', title: '执行 {reference}', text: '将以您的名义和权限一次修改 {count} 条记录，全部生效或全部不生效。', done: '已执行', running: '正在执行变更', failed: '未执行任何变更：{message}', cancelled: '已停止，未执行任何变更。', close: '关闭',
  },
  revise: { action: '重新编辑', title: '重新打开编辑', text: '原审批随之失效，修改后需重新提交。', done: '已重新打开编辑' },
  withdraw: { action: '撤销', title: '撤销变更集', text: '撤销后仍可查看，但不能再执行。', done: '已撤销' },
  revert: { action: '还原', title: '还原 {reference}', text: '将根据历史记录生成一个恢复各记录原值的变更集草稿，同样需要预演、审批和执行。', done: '已生成草稿 {reference}' },
  frozen: { changes: '变更项', effect: '提交时的影响', none: '未预演影响。' },
  planned: {
    none: '没有涉及该记录的未完成变更集。', edit: '通过变更集修改', title: '通过变更集修改：{label}', choose: '变更集', fresh: '新建变更集', name: '新变更集的标题',
    nameOf: '{label} 的变更', due: '计划于 {day}', go: '下一步', archived: '该记录将被归档。', purpose: '变更目的',
  },
} satisfies Translation<typeof en>
