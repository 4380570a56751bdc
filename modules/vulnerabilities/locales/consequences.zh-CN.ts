import type { consequenceErrorsEn, consequenceHintsEn, consequenceKindsEn, exceptionTextsEn } from './consequences.en.ts'

export const consequenceKindsZh = { 'vulnerability.fix': '漏洞修复', 'vulnerability.verify': '漏洞复测' } satisfies typeof consequenceKindsEn

export const consequenceErrorsZh = {
  'vulnerabilityException.empty': '未选择漏洞。',
  'vulnerabilityException.notOpen': '{reference} 不是未修复状态，只能接受尚未修复的漏洞。',
  'vulnerabilityException.until': '有效期须在 {first} 至 {last} 之间。',
  'vulnerabilityException.past': '申请的有效期 {until} 已过。',
  'vulnerabilityException.graver': '提交后其中有漏洞升为超危或已知被利用：须由最高管理层审批，且有效期更短。',
  'vulnerabilityException.state': '当前状态下不能执行此操作。',
} satisfies typeof consequenceErrorsEn
export const consequenceHintsZh = {
  'vulnerabilityException.empty': '请选择申请接受的漏洞。',
  'vulnerabilityException.notOpen': '请将其从列表中移除。',
  'vulnerabilityException.until': '最长一年；含超危或已知被利用的漏洞时最长 90 天。',
  'vulnerabilityException.past': '请驳回，申请人可按新的有效期重新提交。',
  'vulnerabilityException.graver': '请驳回，申请人可重新提交。',
  'vulnerabilityException.state': '请刷新页面查看最新状态。',
} satisfies typeof consequenceHintsEn

export const exceptionTextsZh = {
  submit: '提交审批', submitTitle: '提交漏洞接受申请？', submitted: '已提交审批。',
  submitText: '由资产责任人（人数较少时）和体系管理员审批；含超危或已知被利用的漏洞时，还须最高管理层审批。申请人本人不参与审批。',
  dueOn: '审批期限', dueOnHelp: '留空则为 {days} 天内。',
  limits: '最长一年；含超危或已知被利用的漏洞时最长 90 天。',
  end: '提前终止', endTitle: '提前终止漏洞接受？', endText: '相关漏洞将重新打开，修复期限自现在起计算。', ended: '已终止。',
  askOf: '申请接受（{count}）', tooMany: '一次最多 5000 个。',
  grave: '其中有超危或已知被利用的漏洞，还须最高管理层审批。',
  panel: '漏洞', panelEmpty: '未列入漏洞。', all: '在漏洞清单中查看', more: '另有 {count} 个', noAsset: '无对应资产',
} satisfies typeof exceptionTextsEn
