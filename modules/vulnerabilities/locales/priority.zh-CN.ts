import type { priorityErrorsEn, priorityHintsEn, priorityKindsEn } from './priority.en.ts'

export const priorityErrorsZh = {
  'vulnerability.notWeighed': '{reference} 尚未判定优先级。',
  'vulnerabilityPolicy.unreadable': '当前版本的软件无法读取策略的第 {version} 版。',
  'vulnerabilityPolicy.invalid': '策略中有 {n} 处错误，均已注明位置。',
  'vulnerabilityPolicy.moved': '他人已启用新的策略（第 {version} 版）。',
  'field.policy': '{zh}',
  'exploitFeed.unreadable': '文件未被导入。{zh}',
  'exploitFeed.older': '该文件的日期为 {day}，早于现有版本（{edition}）。',
  'exploitFeed.remoteOff': '该情报源未开启按地址获取。',
  'exploitFeed.otherHost': '{address} 不是允许的主机的 https 地址。',
  'exploitFeed.privateAddress': '{host} 指向的地址不属于公共互联网。',
  'exploitFeed.unreachable': '无法连接 {host}。',
  'exploitFeed.status': '{host} 返回状态码 {status}，未提供文件。',
  'exploitFeed.tooLarge': '内容超过 {megabytes} MB。',
  'exploitFeed.tooSlow': '{host} 未在 {seconds} 秒内提供文件。',
} satisfies typeof priorityErrorsEn
export const priorityHintsZh = {
  'vulnerabilityPolicy.unreadable': '请重新设定策略。',
  'vulnerabilityPolicy.moved': '请重新加载页面，查看变更后再次修改。',
  'exploitFeed.unreadable': '未作任何变更。请使用发布方提供的原始文件。',
  'exploitFeed.older': '未作任何变更。',
  'exploitFeed.remoteOff': '请上传文件，或请管理员开启按地址获取。',
  'exploitFeed.otherHost': '只允许情报源发布方及设置中指定的主机。',
  'exploitFeed.privateAddress': '请改为上传文件。',
  'exploitFeed.unreachable': '请确认服务器可访问互联网；如不允许访问，请上传文件。',
} satisfies typeof priorityHintsEn
export const priorityKindsZh = {
  'vulnerabilities.reweigh': '重新判定漏洞优先级', 'vulnerabilities.reweigh.looked': '已检查', 'vulnerabilities.reweigh.moved': '有变动',
  'vulnerabilities.policyPreview': '策略草案影响预览', 'vulnerabilities.policyPreview.looked': '已检查', 'vulnerabilities.policyPreview.becomeOverdue': '将逾期',
  'vulnerabilities.feed': '导入漏洞利用情报', 'vulnerabilities.feed.entries': '条目数',
} satisfies typeof priorityKindsEn
export { priorityPagesZh as priorityTextsZh } from './priorityPages.zh-CN.ts'
