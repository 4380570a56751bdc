import type { Role, Text } from '@heng/contract'
import type { Letter } from '../../contract/responsibility.ts'

export interface StartActivity {
  readonly key: string
  readonly clause: string
  readonly name: Text
  readonly description: Text
  readonly letters: Readonly<Partial<Record<Role, Letter>>>
}

const activity = (
  key: string, clause: string, en: readonly [string, string], zh: readonly [string, string], letters: StartActivity['letters'],
): StartActivity => ({ key, clause, name: { en: en[0], 'zh-CN': zh[0] }, description: { en: en[1], 'zh-CN': zh[1] }, letters })

/** Activities that nearly every ISMS has, in our own words; a proposal that each organisation makes its own. */
export const startSet: readonly StartActivity[] = [
  activity('scope', '4.1–4.3', ['Context, interested parties and scope', 'Know what matters inside and outside, who requires what, and where the ISMS ends.'], ['组织环境、相关方和体系范围', '识别内外部事项和相关方要求，确定体系边界。'], { topManagement: 'A', ismsManager: 'R', departmentHead: 'C', employee: 'I' }),
  activity('policy', '5.2', ['Information security policy', 'Write it, have it approved, make it known, keep it current.'], ['信息安全方针', '制定、批准、传达并保持更新。'], { topManagement: 'A', ismsManager: 'R', departmentHead: 'C', employee: 'I' }),
  activity('roles', '5.3', ['Roles, responsibilities and authorities', 'Assign them, make them known, fill gaps when people change.'], ['角色、责任和权限', '分配并传达，人员变动时及时补位。'], { topManagement: 'AR', ismsManager: 'C', departmentHead: 'I', employee: 'I' }),
  activity('criteria', '6.1.2 a', ['Risk criteria and acceptance levels', 'Set the scales and say which level of risk may be accepted by whom.'], ['风险准则和接受等级', '确定赋值标准以及何等级风险可由谁接受。'], { topManagement: 'A', ismsManager: 'R', riskOwner: 'C', departmentHead: 'I' }),
  activity('assessment', '6.1.2, 8.2', ['Risk assessment', 'Find, rate and rank risks at planned intervals and after changes.'], ['风险评估', '按计划和在发生变化后识别、分析和评价风险。'], { ismsManager: 'A', riskOwner: 'R', assetOwner: 'C', topManagement: 'I' }),
  activity('treatment', '6.1.3, 8.3', ['Risk treatment and acceptance of residual risk', 'Choose measures, carry them out, approve the plan and what remains.'], ['风险处置和残余风险接受', '选择并实施措施，批准处置计划、接受残余风险。'], { riskOwner: 'A', controlOwner: 'R', ismsManager: 'C', topManagement: 'I' }),
  activity('applicability', '6.1.3 d', ['Statement of applicability', 'Decide on each control with reasons, keep versions.'], ['适用性声明', '逐项决定控制的选用并说明理由，保持版本。'], { ismsManager: 'AR', controlOwner: 'C', topManagement: 'I', internalAuditor: 'I' }),
  activity('objectives', '6.2', ['Information security objectives', 'Agree on measurable results and follow them up.'], ['信息安全目标', '确定可测量的目标并跟踪达成情况。'], { topManagement: 'A', ismsManager: 'R', departmentHead: 'C', employee: 'I' }),
  activity('changes', '6.3', ['Changes to the ISMS', 'Plan changes so that nothing is forgotten on the way.'], ['体系变更策划', '有计划地实施体系变更。'], { ismsManager: 'AR', departmentHead: 'C', topManagement: 'I' }),
  activity('resources', '7.1', ['Resources', 'Provide people, money and tools for the ISMS.'], ['资源', '为体系提供人员、资金和工具。'], { topManagement: 'AR', ismsManager: 'C', departmentHead: 'I' }),
  activity('awareness', '7.2, 7.3', ['Competence and awareness', 'Train, test and record what people must know for their work.'], ['能力和意识', '开展培训和考核，留存能力证据。'], { ismsManager: 'A', departmentHead: 'R', employee: 'I' }),
  activity('documents', '7.5', ['Documented information', 'Keep documents current, records safe, and both findable.'], ['文件化信息', '文件保持更新，记录妥善留存，便于查找。'], { ismsManager: 'AR', controlOwner: 'C', employee: 'I' }),
  activity('assets', 'A.5.9, A.5.12', ['Asset inventory and classification', 'List assets with owners, value and classify them.'], ['资产清单和信息分级', '登记资产及责任人，赋值并分级。'], { assetOwner: 'A', departmentHead: 'R', ismsManager: 'C', employee: 'I' }),
  activity('access', 'A.5.15, A.5.18', ['Access rights', 'Grant, review and withdraw rights; separate conflicting duties.'], ['访问权限', '授予、复核和收回权限，实行职责分离。'], { assetOwner: 'A', systemAdministrator: 'R', securityAdministrator: 'C', auditAdministrator: 'I' }),
  activity('operation', '8.1', ['Operation of controls', 'Run what the treatment plan promised and show that it works.'], ['控制措施的运行', '落实处置计划中的措施并证明其有效。'], { controlOwner: 'A', systemAdministrator: 'R', ismsManager: 'C', departmentHead: 'I' }),
  activity('vulnerabilities', 'A.8.8', ['Technical vulnerabilities', 'Learn of them in time, assess and fix them.'], ['漏洞管理', '及时获知、评估并修复漏洞。'], { controlOwner: 'A', systemAdministrator: 'R', securityAdministrator: 'C', ismsManager: 'I' }),
  activity('incidents', 'A.5.24–A.5.28', ['Information security incidents', 'Report, judge, contain, recover, keep evidence and learn.'], ['信息安全事件', '上报、研判、遏制、恢复、取证并总结改进。'], { ismsManager: 'A', securityAdministrator: 'R', departmentHead: 'C', topManagement: 'I', employee: 'I' }),
  activity('continuity', 'A.5.29, A.5.30', ['Continuity and recovery', 'Prepare for disruption, test backups and plans.'], ['业务连续性和恢复', '为中断做好准备，测试备份和预案。'], { departmentHead: 'A', systemAdministrator: 'R', riskOwner: 'C', topManagement: 'I' }),
  activity('suppliers', 'A.5.19–A.5.22', ['Suppliers and cloud services', 'Require security, agree on it and check that it is kept.'], ['供方和云服务', '提出、约定并核查安全要求。'], { departmentHead: 'A', controlOwner: 'R', ismsManager: 'C' }),
  activity('obligations', 'A.5.31, A.5.5', ['Legal obligations and contact with authorities', 'Know the duties, fulfil them, know whom to tell when.'], ['合规义务和与职能机构的联系', '识别并履行义务，明确何时向谁报告。'], { ismsManager: 'A', departmentHead: 'R', topManagement: 'I' }),
  activity('logs', 'A.8.15', ['Security audit logs', 'Record who did what, protect the records, look at them.'], ['安全审计日志', '记录操作行为，保护日志并定期查阅。'], { auditAdministrator: 'AR', securityAdministrator: 'C', ismsManager: 'I' }),
  activity('measurement', '9.1', ['Monitoring, measurement and evaluation', 'Measure whether controls and the ISMS achieve what they should.'], ['监视、测量、分析和评价', '测量控制和体系是否达到预期。'], { ismsManager: 'AR', controlOwner: 'C', topManagement: 'I' }),
  activity('audit', '9.2', ['Internal audit', 'Check impartially and at planned intervals that the ISMS conforms and works.'], ['内部审核', '按计划公正地检查体系的符合性和有效性。'], { topManagement: 'A', internalAuditor: 'R', ismsManager: 'C', departmentHead: 'I' }),
  activity('review', '9.3', ['Management review', 'Look at the results and decide what changes.'], ['管理评审', '审视体系绩效并作出决定。'], { topManagement: 'AR', ismsManager: 'C', departmentHead: 'I' }),
  activity('improvement', '10.1, 10.2', ['Nonconformities and improvement', 'Correct, find the cause, remove it, and have somebody else confirm.'], ['不符合和改进', '纠正、查明并消除原因，由他人验证有效性。'], { ismsManager: 'A', departmentHead: 'R', internalAuditor: 'C', topManagement: 'I' }),
]
export const startActivity = new Map(startSet.map((one) => [one.key, one]))
