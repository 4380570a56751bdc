import type { Translation } from '@heng/contract'
import type { pageEn } from './page.en.ts'

export const pageZh = {
  title: '适用性声明', begin: '开始编制', beginTitle: '尚无适用性声明', beginText: '首版包含附录 A 的 93 项控制以及附录 A 之外的自有控制措施，逐条由您决定；系统依据风险提出建议，但不代为决定。',
  version: '第 {number} 版', versions: '版本', versionOf: 'v{number} · {state}', newVersion: '新建版本', newVersionDone: '已沿用上一版建立第 {number} 版。', draft: '草稿', approvedOn: '{date} 批准', basedOn: '沿用自{title}',
  progress: { label: '决定进度', decided: '已决定 {decided} / {all}', included: '适用 {count}', excluded: '不适用 {count}', undecided: '待定 {count}', implemented: '适用的 {included} 项中已实施 {done} 项' },
  actions: {
    prefill: '依据控制措施填写', prefillDone: '新增 {added} 条，填写 {filled} 条，风险建议 {proposed} 条。', check: '遗漏核对', submit: '提交审批', discard: '放弃草稿', compare: '比较版本', export: '导出', more: '更多', edit: '标题与范围', approval: '查看审批',
    submitTitle: '提交第 {number} 版审批', submitText: '提交前先进行遗漏核对。提交后内容即冻结，最高管理层批准的就是此时的内容。', submitted: '第 {number} 版已提交最高管理层审批。', discardText: '草稿将归档，其版本号不再使用。', discarded: '草稿已放弃。',
  },
  filter: { label: '显示', all: '全部', undecided: '待定', excluded: '不适用', notImplemented: '未实施', suggested: '风险建议', warned: '有提示', search: '按编号或文字查找', nothing: '没有符合条件的条目。', count: '{count} / {all}' },
  suggestions: { banner: '依据已确认的风险，建议将 {count} 条列为适用。', acceptAll: '全部采纳（{count} 条）', show: '查看', accepted: '已采纳 {count} 条。', accept: '采纳', line: '建议：因 {risks} 列为适用', excluded: '已删减，但 {risks} 需要该控制' },
  table: {
    label: '声明条目', ref: '编号', control: '控制', applicable: '是否适用', why: '理由', implementation: '实施情况', description: '控制描述', document: '文件名称', controls: '控制措施', risks: '风险',
    keys: '↑ ↓ 移动 · Y N U 决定 · R L C B P 理由 · J 理由说明 · E 控制描述 · D 文件名称 · Enter 打开', open: '打开 {ref}', addText: '填写', addReason: '理由说明', addJustification: '删减理由', needsJustification: '请先填写删减理由，随后保存。',
    onlyBestPractice: '仅以良好实践为由不足以说明必要性，请补充风险、法规或合同依据。', noReason: '适用但未说明理由', notStated: '未说明', stated: '声明', noControls: '无', saveHint: 'Ctrl+Enter 保存，Esc 取消', saved: '已保存',
  },
  reasonShort: { risk: '险', law: '法', contract: '约', businessDecision: '业', bestPractice: '优' },
  line: {
    title: '{ref} {title}', our: '自行撰写的说明', decision: '决定', reasons: '选择理由', follow: '依控制措施状态：{state}', nothingLinked: '无关联', override: '自行声明', frozen: '该版本已提交，不可再修改。', remove: '移除该条目', removed: '条目已移除。', linkedRisks: '相关风险', chooseRisks: '选择风险', noRisks: '未关联风险。',
    linkedControls: '控制措施', details: '决定', ownControl: '自有控制措施', requirement: '对应要求', save: '保存', next: '下一条', previous: '上一条', unsaved: '尚未保存',
  },
  check: {
    title: '遗漏核对', about: '将各条目与附录 A 以及风险处置所需的控制逐项对照（ISO/IEC 27001 6.1.3 b–d），每次核对均留存记录。', run: '立即核对', never: '尚未核对。', by: '核对人：{name}', stale: '核对之后条目或风险有变化，请重新核对。', counts: '已将 {lines} 条与风险所需的 {necessary} 项控制对照',
    clean: '必要控制均已列入，删减均有理由，无待定条目。', errors: '须处理（{count}）', warnings: '提示（{count}）', goto: '转到 {ref}', forRisks: '{risks} 需要',
    findings: { lineMissing: '缺少该条目', necessaryMissing: '风险处置需要，但未列入', necessaryExcluded: '风险处置需要，但已删减', undecided: '待定', exclusionUnjustified: '删减未说明理由', inclusionUnjustified: '适用未说明理由', suggestedExcluded: '已删减，但知识库认为可应对未关闭的风险', onlyBestPractice: '理由仅为良好实践', notStated: '未说明实施情况' },
  },
  compare: {
    title: '比较版本', older: '较早版本', newer: '较新版本', choose: '选择版本', added: '新增', removed: '移除', changed: '变更', unchanged: '两个版本中有 {count} 条相同。', same: '两个版本内容相同。', before: '原内容', after: '新内容', head: '版本信息', two: '目前只有一个版本。',
    fields: { title: '标题', scope: '适用范围', titleEn: '英文标题', titleZh: '中文标题', implementation: '实施情况', linkedControls: '控制措施', linkedRisks: '相关风险' }, empty: '无',
  },
  export: { docx: 'Word（DOCX）', xlsx: 'Excel（XLSX）', pdf: 'PDF', json: 'JSON', en: 'English', zh: '简体中文', working: '正在生成文件', frozen: '经批准的内容及其校验值。', draft: '草稿，文件中会注明。' },
  panel: { tab: '适用性', none: '适用性声明中没有对应条目。', in: '第 {number} 版', state: '状态' },
} satisfies Translation<typeof pageEn>
