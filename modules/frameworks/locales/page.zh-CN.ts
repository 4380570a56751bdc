import type { Translation } from '@heng/contract'
import type { pageEn } from './page.en.ts'

export const pageZh = {
  list: {
    title: '标准与框架', shelf: '可直接启用', shelfAbout: '系统自带的框架：仅含编号、简短标题和自行撰写的说明，中英文对照。', use: '启用', inUse: '已启用', newer: '有新版说明', import: '导入', requirements: '全部要求',
    mappings: '框架对照', none: '尚无框架', noneText: '可从下方启用 ISO/IEC 27001，或以 OSCAL、表格导入其他控制目录。', superseded: '已被替代的版本', requirementsCount: '须满足 {assessable} 项 · 共 {all} 条',
    coverage: '控制措施覆盖', coverageText: '共 {all} 项，已有控制措施 {answered} 项，其中已实施 {implemented} 项', installed: '已启用{name}。', overlay: '已载入原文 {count} 条',
  },
  tree: {
    search: '按编号或文字查找', all: '全部', open: '尚无控制措施', answered: '已有控制措施', mapped: '有对照', overlaid: '已载入原文', nothing: '没有符合条件的要求。', count: '{count} / {all}', expandAll: '全部展开', collapseAll: '全部收起',
    label: '框架的要求', controls: '{count} 项控制措施', oneControl: '1 项控制措施', noControl: '尚无控制措施', withdrawn: '已撤销', mappedTo: '{count} 项对照', view: '显示', hasOverlay: '已载入原文', openRequirement: '打开 {ref}',
    states: { implemented: '已实施', inProgress: '实施中', notWorking: '失效', planned: '已计划', retired: '已停用' },
  },
  about: { facts: '关于本框架', provenance: '内容来源', licence: '文本许可', version: '内容版本 {version}', hash: 'SHA-256', more: '更多', show: '来源与许可' },
  actions: {
    exportCsv: '导出表格（CSV）', exportJson: '导出 JSON', loadOverlay: '载入正版原文', archive: '归档', restore: '恢复', rename: '改名', changes: '查看差异', archiveText: '该框架将不再列出，已建立的关联保持不变。', archived: '框架已归档。',
    restored: '框架已恢复。',
  },
  requirement: {
    ours: '自行撰写的说明', theirs: '发布机构原文', guidance: '审核关注点', guidancePublisher: '发布机构指引', untranslated: '仅有{language}', english: '英文', chinese: '中文', notOurs: '并非标准原文。', overlay: '正版原文',
    overlayFrom: '出处：{source}，由{name}载入', addOverlay: '载入正版原文', editOverlay: '修改原文', removeOverlay: '移除', overlayHelp: '仅限本组织持有许可的文本；仅在本组织内部使用，不会被导出。', overlayText: '原文', overlaySource: '来自哪份正版文本（版次、购买信息）', overlaySaved: '原文已保存。',
    overlayRemoved: '原文已移除。', mapped: '与其他框架的对照', noMapped: '与已启用的其他框架没有对照关系。', gap: '无对应', items: '原文含 {count} 个要求项', why: '理由',
    relationship: { equal: '等同于', subset: '包含于', superset: '涵盖', intersect: '部分重合于', none: '无对应：' },
    theme: { organizational: '组织', people: '人员', physical: '物理', technological: '技术' },
    view: { technical: '技术类', managerial: '管理类', physical: '物理类' },
    controlType: { preventive: '预防', detective: '检测', corrective: '纠正' },
    properties: { C: '保密性', I: '完整性', A: '可用性' },
    mark: { S: 'S：业务信息安全', A: 'A：系统服务保证', G: 'G：通用要求' },
  },
  importing: {
    title: '导入框架', drop: '将文件拖到此处，或选择文件', dropHelp: 'OSCAL 控制目录或基线（JSON），或含编号和标题的表格（CSV、XLSX）。导入基线须连同其引用的目录一并选择，或先导入该目录。', choose: '选择文件', remove: '移除 {name}', tableTitle: '表格说明',
    tableHelp: '按列名识别：编号、标题、摘要、上级；英文列名亦可。', nameEn: '英文名称', nameZh: '中文名称', editionEn: '版次（英文）', editionZh: '版次', version: '版本', publisher: '发布机构', licence: '文本许可', licenceNote: '许可说明', preview: '预览', previewing: '正在读取文件', apply: '导入',
    applying: '正在导入', back: '重选文件', counts: '共 {all} 条：须满足 {assessable} 项，分组 {groups} 个，已撤销 {withdrawn} 项', publishedBy: '发布机构：{name}', noPublisher: '未注明发布机构', sources: '解析自：{sources}', licenceStated: '文档声明的许可：{licence}', licenceNone: '文档未声明许可；对外提供文本前请向发布机构确认。',
    licencePublic: '可引用原文（公有领域）。', overlayYes: '可叠加载入正版原文。', warnings: '读取时与原文不同之处（{count}）', errors: '有 {count} 处问题，暂不能导入', line: '第 {line} 行：{text}', sample: '开头内容', present: '相同内容已存在。', openPresent: '打开',
    earlier: '{reference} 是同一出版物的另一版本。相比之下：新增 {added}，删除 {removed}，变更 {changed}。', replace: '作为新版并列启用，控制措施沿用原有对应', apart: '作为两个独立框架保留', done: '已导入{name}。', edition: '版本 {version}',
  },
  overlaying: { title: '载入正版原文', help: '请提供含“编号”和“原文”两列的表格，文本须来自本组织持有许可的正版。逐行核对，有一行不符则全部不载入。', done: '已载入 {count} 条原文。', load: '载入', problems: '未载入任何内容' },
  changes: {
    title: '新版说明', about: '内容版本由 {from} 更新为 {to}。新版与现行版并列启用：控制措施按原编号继续对应，已有的适用性声明保持不变。', added: '新增（{count}）', removed: '删除（{count}）', changed: '变更（{count}）', unchanged: '{count} 条未变', apply: '启用新版', done: '已启用新版。', before: '原内容', after: '新内容',
    fields: { titleEn: '英文标题', titleZh: '中文标题', summaryEn: '摘要（英文）', summaryZh: '摘要', guidanceEn: '指引（英文）', guidanceZh: '指引', assessable: '须满足', withdrawn: '已撤销' },
  },
} satisfies Translation<typeof pageEn>
