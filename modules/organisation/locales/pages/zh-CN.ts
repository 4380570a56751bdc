import type { Translation } from '@heng/contract'
import type { en } from './en.ts'

export const zhCN = {
  nav: { context: '组织环境', scope: '体系范围', responsibilities: '角色和责任' },
  context: {
    title: '组织环境',
    about: '影响体系的内外部事项，以及相关方对体系的要求（ISO/IEC 27001 4.1、4.2）。体系范围以此为依据。',
    external: '外部事项', internal: '内部事项', noExternal: '尚无外部事项，如法律法规、市场、技术、威胁形势等。', noInternal: '尚无内部事项，如人员、文化、流程、场所等。',
    addExternal: '外部事项', addInternal: '内部事项', register: '以列表查看全部事项',
    parties: '相关方及其要求', partiesAbout: '逐项说明是否通过体系满足、如何满足（4.2\u00a0c）。', noParties: '尚无相关方，如客户、监管部门、股东、员工、供方等。',
    addParty: '相关方', addRequirement: '新增{party}的要求', requirement: '要求', noRequirements: '尚未登记要求。', partyRegister: '全部相关方', requirementRegister: '全部要求',
    columns: { requirement: '要求', source: '来源', addressed: '由体系满足', owner: '责任人' },
    reviewDue: '应于{date}复核', toScope: '继续确定体系范围', open: '打开{label}',
    progress: '已决定 {decided} / {all} 项要求',
  },
  climate: {
    title: '气候变化', missingTitle: '气候变化相关性：尚未判定',
    missing: '2024 年第 1 号修改单要求每个组织判定气候变化是否为相关事项（4.1）。结论是或否均可，但须记录判定及其理由。',
    decide: '记录判定', change: '修改判定', relevant: '气候变化与本体系相关', notRelevant: '气候变化与本体系不相关',
    decidedBy: '{date}由{name}判定', decided: '判定日期：{date}', parties: { yes: '相关方有与气候变化有关的要求', no: '相关方没有与气候变化有关的要求', open: '尚未判定相关方是否有与气候变化有关的要求' },
    reviewOn: '下次复核：{date}', overdue: '应于{date}复核，现已逾期。', saved: '判定已记录。', history: '历次判定',
    reasonHelp: '例如：场所和机房所在地的洪涝、高温，电力供应，差旅，披露义务，客户要求等。',
    question: '气候变化是否为与体系相关的事项？', partyQuestion: '相关方是否有与气候变化有关的要求？', yes: '是', no: '否', notYet: '尚未判定', save: '记录', cancel: '取消', required: '必填。',
  },
  findings: {
    title: '尚有缺口', none: '没有缺口。', severity: { blocking: '不能提交', gap: '缺口', hint: '提示' },
    codes: {
      statementMissing: '尚未编写范围声明。', unitsMissing: '未选择任何部门。', businessesMissing: '未列出业务或系统。',
      climateMissing: '尚未判定气候变化是否相关。', externalIssuesMissing: '尚无外部事项。', internalIssuesMissing: '尚无内部事项。',
      partiesMissing: '尚无相关方。', requirementsMissing: '尚无相关方要求。', requirementsUndecided: '未决定的要求：{count} 项。',
      interfacesMissing: '未说明接口和依赖关系。', sitesMissing: '未列出场所。', oneLanguage: '声明只有一种语言。',
      climateIssueMissing: '已判定气候变化相关，但没有事项说明其影响。', climateDue: '气候变化判定已逾期未复核。', unitsUnmentioned: '既未列入也未排除的部门：{count} 个。',
    },
    clause: '{clause}', fix: '前往处理',
  },
  matrix: {
    title: '角色和责任', empty: '尚无活动', emptyText: '可先载入体系常见活动及其常见分工，再按本组织情况调整。', start: '载入常见活动', started: '已新增 {count} 项活动。',
    add: '活动', addColumn: '增加列', role: '角色', person: '人员', legend: 'R 执行 · A 负责（有且仅有一个） · C 事先征询 · I 事后告知',
    keys: '方向键移动，按 R、A、C、I 设置，Delete 清除，回车选择。', complete: '{complete} / {all} 项活动已完整', activity: '活动', ok: '完整',
    letters: { R: '执行', A: '负责', AR: 'A·R 负责并执行', C: '征询', I: '告知', none: '无' },
    problems: { noAccountable: '无人负责', noResponsible: '无人执行', unknownPerson: '有人员已离开' },
    cell: '{activity}，{holder}：{letter}', open: '打开{activity}', edit: '修改', close: '完成', moved: '{holder}不再是负责者。', only: '仅看不完整', everyone: '全部活动', noneIncomplete: '所有活动均已完整。',
    groups: { A: '负责', R: '执行', C: '征询', I: '告知' },
  },
  scope: {
    title: '体系范围', about: '体系覆盖什么、边界在哪里（ISO/IEC 27001 4.3）。由最高管理层批准，批准的版本连同哈希值一并锁定。',
    emptyTitle: '尚无体系范围声明', empty: '说明体系覆盖哪些部门、场所、业务和系统，与其他方如何衔接，哪些内容因何不在范围内。', first: '起草范围声明', next: '起草下一版',
    versions: '版本', version: '第 {edition} 版', compare: '与第 {edition} 版比较', history: '历史', approvedOn: '{when} 由{names}批准', approvedOnly: '批准于{when}', hash: '哈希值',
    inReview: '该版本已提交最高管理层批准，其间不能修改。', superseded: '该版本已被新版取代。', toApprovals: '查看审批', onPage: '在体系范围页打开',
    edit: '编制', preview: '预览', previewIn: '预览语言', save: '保存', saved: '已保存。', submit: '提交审批', submitted: '已提交最高管理层。', export: '导出', archive: '放弃草稿', archiveText: '草稿将从列表中移除，历史保留。', archived: '草稿已放弃。',
    conflict: '该版本已被他人保存。请先复制所需内容，再重新载入。', reload: '重新载入',
    fields: {
      name: '标题', units: '覆盖的部门', unitsHelp: '部门含其下级部门。', sites: '覆盖的场所', businesses: '业务和服务', systems: '系统和数据', onePerLine: '每行一项。',
      interfaces: '接口和依赖关系（4.3\u00a0c）', what: '事项', who: '对方', how: '管理方式', addInterface: '新增接口', interfacesHelp: '体系范围与其他方活动的衔接处，如机房、云服务、上级单位、供方、共用场所等。',
      exclusions: '不在范围内的内容及理由', excluded: '不在范围内', justification: '理由', addExclusion: '新增排除项', remove: '移除第 {line} 行',
      statementZh: '中文声明', statementEn: '英文声明', propose: '生成建议文本', proposeHelp: '根据上文选择的内容生成，请改写为符合实际的表述。', replace: '替换现有文本？', replaceText: '现有文本将被建议文本取代。',
    },
    submitTitle: '将第 {edition} 版提交审批', submitText: '最高管理层将审阅声明及其依据。决定作出前内容锁定，不能修改。', gapsText: '尚有下列缺口，请说明仍要提交的理由：', reason: '理由', dueOn: '希望决定日期',
    statementOnly: '现行声明', noStatement: '尚无已批准的体系范围声明。', unsaved: '尚未保存',
    formats: { pdf: 'PDF', docx: 'Word（DOCX）', json: 'JSON' }, languages: { 'zh-CN': '中文', en: '英文' }, exportAs: '{format}，{language}',
    changes: { title: '第 {from} 版至第 {to} 版的变化', none: '没有差异。', added: '新增', removed: '移除', before: '修改前', after: '修改后' },
  },
} satisfies Translation<typeof en>
