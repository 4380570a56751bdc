import type { liveErrorsEn, liveHintsEn, liveTextsEn } from './live.en.ts'

export const liveNounsZh = {
  liveCheck: {
    one: '在线检测', many: '在线检测',
    about: '在服务器本机运行扫描器，手动或按计划执行，仅限本组织已申报的范围；报告与其他扫描报告一样导入。',
    fields: {
      name: '名称', program: '程序', state: '状态', nextDue: '下次执行日期', targets: '检测目标', depth: '检测内容', ports: '端口', skipDiscovery: '包括不响应 ping 的主机', content: 'SCAP 内容文件',
      profile: '配置方案（Profile）', coverage: '覆盖范围', schedule: '执行计划', startsOn: '开始日期', lastRunOn: '最近执行日期', lastRun: '最近报告', lastProblem: '最近问题',
    },
    values: {
      program: { nmap: 'nmap', lynis: 'lynis', openscap: 'OpenSCAP' }, state: { active: '启用', paused: '暂停' }, coverage: { whole: '全量', part: '部分' },
      depth: { discovery: '存活主机', ports: '开放端口', services: '开放端口与服务', vulnerabilities: '服务与已知漏洞' },
    },
    actions: { started: '开始运行', ran: '运行完成', failed: '运行失败' },
  },
}
export const liveKindsZh = { 'vulnerabilities.live': '在线检测' }
export const liveErrorsZh = {
  'liveCheck.noRanges': '本组织尚未申报在线检测范围，不予运行。',
  'liveCheck.outside': '{zh}',
  'liveCheck.refused': '{zh}',
  'liveCheck.failed': '{zh}',
  'liveCheck.notInstalled': '{zh}',
  'liveCheck.notWhole': '该扫描未检测以往扫描可能发现的全部问题，不能作为全量扫描。',
  'liveCheck.ownHost': '该程序检测服务器本机，而本机没有任何地址在已申报的范围内。',
  'liveCheck.schedule': '执行计划不是按日的有效重复规则（RRULE），或永不到期。',
  'liveCheck.running': '{reference} 正在运行。',
  'liveCheck.notRunning': '{reference} 未在运行。',
  'liveCheck.busy': '本服务器已有 {most} 项在线检测正在运行，已达同时运行上限。',
  'liveCheck.givenUp': '运行期间服务器多次被终止，本次运行已放弃。',
} satisfies Record<keyof typeof liveErrorsEn, string>
export const liveHintsZh = {
  'liveCheck.noRanges': '由 ISMS 经理申报范围并说明理由。',
  'liveCheck.outside': '请更换检测目标，或申报属于本组织的范围。',
  'liveCheck.notInstalled': '请在服务器上安装该程序，或配置其路径。',
  'liveCheck.notWhole': '请选择“部分”，或在默认端口上检测已知漏洞。',
  'liveCheck.ownHost': '若该服务器属于本组织，请申报其地址。',
  'liveCheck.busy': '请待其中一项结束后重试。按计划到期的检测会自动等候。',
} satisfies Record<keyof typeof liveHintsEn, string>
export const liveTextsZh = {
  run: '立即运行',
  running: '{name} 正在运行',
  waiting: '{name} 等待运行',
  stopping: '正在停止……',
  never: '该检测尚未运行过。',
  done: '最近一次运行已结束。',
  cancelled: '最近一次运行已停止。',
  failed: '最近一次运行失败：{message}',
  report: '查看报告',
  reportOf: '查看报告 {n}',
  notInstalled: '未安装',
  programs: '服务器上的扫描器',
  ranges: '已申报范围',
  rangesAbout: '在线检测不会触及这些范围以外的任何对象。保存检测时以及每次运行前，都会逐一核对所有目标的全部地址。只应申报属于本组织的范围，或所有者已同意接受检测的范围。',
  rangesNone: '尚未申报任何范围，在线检测不予运行。',
  rangesWho: '由 ISMS 经理申报。',
  rangesSince: '{who} 于 {when} 申报：{reason}',
  edit: '修改',
  declare: '申报范围',
  input: '范围，每行一个',
  inputHelp: '可填写地址（192.0.2.7）、网段（192.0.2.0/24）、地址段（192.0.2.1-192.0.2.9）、主机名，或某域名下的所有主机名（.example.com）。主机名及其解析到的地址均须申报。',
  reason: '理由',
  save: '申报',
  saved: '范围已申报。',
  targetsHelp: '每行一个，可填写已申报范围内的地址、网段、地址段或主机名。',
  portsHelp: '例如 22, 80, 8000-8100。不填写则检测最常开放的一千个端口。',
  profileHelp: '内容文件中配置方案的标识，如 xccdf_org.ssgproject.content_profile_cis。',
  contentNone: '服务器上没有 SCAP 内容文件。',
  onlyOf: '仅适用于 {program}',
  coverageHelp: '“全量”会关闭有响应主机上不再发现的漏洞。nmap 仅在默认端口上检测已知漏洞时才算全量。',
  schedule: { none: '仅手动运行', daily: '每天', weekly: '每周', monthly: '每月', custom: '按规则（RRULE）', rule: '按规则 {rule}' },
} satisfies typeof liveTextsEn
