import type { Locale } from '@heng/contract'
import { pentestNounsEn } from './pentest.en.ts'
import { pentestNounsZh } from './pentest.zh-CN.ts'

const en = {
  title: 'Authorisation of a penetration test', file: 'Letter of authorisation', classification: 'Confidential', approver: 'Approver', none: 'None.',
  kinds: pentestNounsEn.penetrationTest.values.kind, approaches: pentestNounsEn.penetrationTest.values.approach,
  what: 'What is authorised', grant: '{organisation} authorises {tester} to test the systems named below, within the window and by the rules of this letter.',
  test: 'Test', kind: 'Kind', approach: 'Knowledge given', tester: 'Tester', lead: 'Lead', window: 'Window', until: '{from} to {to} ({zone})', contact: 'In an emergency call',
  inside: 'In scope', outside: 'Out of scope', outsideIntro: 'What stands here must not be tested, whatever else this letter says.',
  rules: 'Rules of engagement', terms: 'Conditions',
  conditions: [
    'Whatever is not named as in scope is out of it. Systems of third parties are in scope only with the leave of those who run them.',
    'Testing ends with the window, or at once when the organisation says so.',
    'Whoever finds a serious weakness, personal information or signs of an earlier intrusion tells the contact at once and goes no further there.',
    'What is learned is confidential. Data taken as proof are kept to the least, protected, and destroyed after the report has been accepted.',
    'Nothing is left behind: accounts, files and changes made for the test are told in the report and removed.',
  ],
  proof: 'Proof', approval: 'Approval', at: 'Authorised at', sha256: 'SHA-256 of what was approved (canonical JSON, RFC 8785)',
  signatures: 'Signatures', signFor: 'For {who}', line: 'Name, date, signature: ______________________________',
}
const zhCN: typeof en = {
  title: '渗透测试授权书', file: '渗透测试授权书', classification: '机密', approver: '审批人', none: '无。',
  kinds: pentestNounsZh.penetrationTest.values.kind, approaches: pentestNounsZh.penetrationTest.values.approach,
  what: '授权事项', grant: '{organisation}授权{tester}在本授权书规定的时段内，按照约定的测试规则，对下列系统实施渗透测试。',
  test: '测试项目', kind: '测试类型', approach: '测试方式', tester: '测试单位', lead: '测试负责人', window: '授权时段', until: '{from} 至 {to}（{zone}）', contact: '紧急联系人',
  inside: '测试范围', outside: '禁止测试范围', outsideIntro: '以下对象一律不得测试，且优先于本授权书其他条款。',
  rules: '测试规则', terms: '授权条件',
  conditions: [
    '未明确列入测试范围的对象，一律视为不在授权范围内；第三方运营的系统须另行取得其运营方同意。',
    '授权时段届满，或授权方要求停止时，应立即停止测试。',
    '发现严重漏洞、个人信息或疑似已被入侵的痕迹，应立即通知紧急联系人，并停止在该处的进一步操作。',
    '测试中获知的信息均须保密；作为证据留存的数据应限于最小必要，妥善保护，并在报告验收后销毁。',
    '测试期间创建的账号、上传的文件及所做变更，应在报告中列明并予以清除。',
  ],
  proof: '审批凭证', approval: '审批编号', at: '授权时间', sha256: '审批内容的 SHA-256（规范化 JSON，RFC 8785）',
  signatures: '签署', signFor: '{who}（盖章）', line: '签字：____________________　日期：____________________',
}
export const letterWords: Readonly<Record<Locale, typeof en>> = { en, 'zh-CN': zhCN }
