import type { scanErrorsEn, scanHintsEn, scanTextsEn, targetTextsEn } from './scans.en.ts'

export const scanErrorsZh = {
  'vulnerabilityScan.unknownFormat': '无法识别该报告的格式。',
  'vulnerabilityScan.bare': '报告中没有任何发现项，也无法判断由何种工具生成。',
  'vulnerabilityScan.notOver': '{reference} 并未失败：正在读取或已导入。',
  'vulnerabilityScan.noFile': '该文件是链接或非普通文件，不予读取。',
  'vulnerabilityScan.stopped': '{reference} 在报告导入完成前已停止。',
} satisfies typeof scanErrorsEn
export const scanHintsZh = {
  'vulnerabilityScan.unknownFormat': '未作任何变更。请手动选择格式；如为表格，请指定各列含义。',
  'vulnerabilityScan.bare': '未作任何变更。如需将其作为“未发现问题”的扫描导入，请手动选择格式。',
  'vulnerabilityScan.unreadable': '未作任何变更。请从扫描器重新导出报告。',
  'vulnerabilityScan.noFile': '请放入文件本身的副本。',
} satisfies typeof scanHintsEn

export const scanTextsZh = {
  takeIn: {
    title: '导入扫描报告', open: '导入报告',
    about: '支持主机、代码、依赖组件、容器、Web 与云扫描器的 {count} 种报告格式，也支持表格形式的漏洞清单。导入后与已知漏洞比对，报告原件作为证据留存。',
    files: '报告', cancel: '移除 {name}', uploaded: '已上传', uploading: '正在上传 {name}', waitingUpload: '等待中',
    coverage: '这些扫描的覆盖范围',
    part: '部分，或不确定',
    partHelp: '报告中的发现项将新增或标记为再次发现。不会关闭任何漏洞，检测项自身报告已通过的除外。',
    whole: '全量：同一工具以往扫描的全部内容',
    wholeHelp: '对报告中出现的每台主机，同一工具此前发现、本次不再发现的漏洞视为已修复并关闭。报告中未出现的主机保持不变；此前可登录、本次无法登录的主机也不关闭。',
    wholeWarn: '仅适用于设置相同的完整扫描。若实为部分扫描，仍存在的漏洞会被误关闭，日后将显示为重新打开。',
    more: '无主机的报告、扫描时间、不完整的报告',
    unhosted: '无主机的发现项', unhostedHelp: '代码、依赖组件或镜像的报告不含主机。请指定所属资产，或填写系列名称（后续报告须使用相同名称）；否则以文件名区分，文件名不同即视为不同对象。',
    asset: '资产', series: '系列名称', seriesExample: '例如 shop-backend',
    scannedAt: '扫描日期', scannedAtHelp: '仅当报告未载明或载明有误时填写。',
    partial: '报告不完整时，导入中断处之前的内容', partialHelp: '对中途截断的报告，导入截断处之前的内容，且不关闭任何漏洞。',
    start: '导入（{count}）', toScans: '全部扫描报告', see: '查看处理办法',
  },
  scan: {
    reading: '正在读取 {name}', waiting: '排队等待中', cancel: '停止', cancelled: '已停止，该报告未导入任何内容。', stopping: '将在下一个间歇停止。',
    found: '扫描结果', none: '无新变化', seenTab: '漏洞', seenEmpty: '本次所见漏洞均已被后续扫描再次发现，或本次未发现漏洞。', seenHelp: '此后未被其他扫描再次发现的漏洞，按扫描对象排列。', isNew: '新增', nothingYet: '该报告尚未导入任何内容。', short: { opened: '新增 {count}', reopened: '重新打开 {count}', seenAgain: '再次发现 {count}', closed: '已消除 {count}', unmatched: '未匹配对象 {count}' },
    help: {
      opened: '此前未知', reopened: '曾修复，现再次出现', seenAgain: '已知且仍存在', closed: '覆盖范围内不再发现', informational: '仅供参考，或已在扫描器中处置：只计数，不跟踪',
      targets: '本次检测的主机与软件', unmatched: '尚不知对应哪项资产',
    },
    brokeOff: '报告不完整。已导入中断处之前的内容，未关闭任何漏洞。',
    toUnmatched: '识别扫描对象', download: '下载报告原件', again: '重试', failed: '报告未导入',
    read: '此处之前的 {count} 项发现可以读取。',
    format: '格式', formatHelp: '该报告由哪种扫描器生成？格式不符同样不会产生任何变更。', chooseFormat: '选择格式', readAs: '按此格式读取',
    columns: '或指定各列含义', columnsHelp: '该报告为表格。至少需指定漏洞名称或 CVE 编号；未指定主机时，发现项归属于所选资产或系列。',
    column: '列', example: '示例', stands: '含义', nothing: '忽略', mappedAs: '“{column}”的含义', readTable: '按所选列读取', partial: '导入中断处之前的内容',
    targetsTab: '扫描对象', targetsEmpty: '没有符合条件的扫描对象。', allTargets: '全部', more: '显示更多', findings: '发现项', login: { yes: '已登录', no: '未登录', unknown: '未载明' }, loginHead: '登录扫描', target: '扫描对象', asset: '资产', state: '状态',
  },
  mapped: {
    title: '漏洞名称', severity: '漏洞级别', host: '主机或地址', port: '端口', protocol: '协议', service: '服务', cve: 'CVE 编号', identifier: 'CNVD、CNNVD 或其他编号', cwe: 'CWE 编号', cvss: 'CVSS 评分或向量',
    description: '描述', impact: '影响', solution: '修复建议', evidence: '证据', references: '参考资料', url: '网址', file: '文件', line: '行号', component: '组件', version: '版本', fixedIn: '修复版本',
    mac: 'MAC 地址', os: '操作系统', rule: '检测项（工具内编号）', status: '状态', firstSeen: '首次发现', lastSeen: '最近发现',
  },
} satisfies typeof scanTextsEn

export const targetTextsZh = {
  view: '视图', queue: '未匹配', all: '全部扫描对象',
  count: '{count} 个未匹配', countOne: '1 个未匹配', doneTitle: '所有扫描对象均已匹配或忽略', doneText: '扫描中出现无法识别的主机时，将在此等待处理。',
  keys: '↑ ↓ 移动 · 空格选择', select: '选择 {name}', selectAll: '选择所有已显示项', selected: '已选择 {count} 项', unselect: '取消选择', more: '显示更多',
  open: '{count} 个未修复漏洞', openOne: '1 个未修复漏洞', noOpen: '无未修复漏洞', lastSeen: '最近发现：{when}',
  identifiers: '标识', candidates: '可能是', noCandidates: '没有资产具有这些标识。',
  doubts: { addressOnly: '仅地址 {value} 相同，无其他标识佐证', contradiction: '{kind}同为 {value}，但其他标识相矛盾', several: '{kind}同为 {value}，但有多项资产如此' },
  isThis: '确认是此资产', match: '匹配到资产', matchHelp: '其漏洞将归属该资产的责任人和部门。', asset: '资产', confirmMatch: '匹配', matched: '已匹配 {count} 个，含 {vulnerabilities} 个漏洞。',
  enlist: '登记为新资产', enlistTitle: '将 {count} 个扫描对象登记为新资产', enlistTitleOne: '将 {name} 登记为新资产', enlistHelp: '名称与标识取自扫描结果；资产类型和价值稍后在资产清单中补充。', unit: '部门', owner: '责任人', confirmEnlist: '登记', enlisted: '已登记 {count} 个，含 {vulnerabilities} 个漏洞。',
  ignore: '忽略', ignoreTitle: '忽略 {count} 个扫描对象', ignoreTitleOne: '忽略 {name}', ignoreText: '此后不再跟踪该对象上的发现项。请说明理由，以备审核。', ignored: '已忽略 {count} 个。',
  takeBack: '取消忽略', takeBackTitle: '取消忽略 {name}', takeBackText: '自下一份报告起重新跟踪该对象上的发现项。', takenBack: '已取消忽略。',
  several: '对所选对象统一处理', readOnly: '识别扫描对象需由体系管理员或安全管理员进行。',
} satisfies typeof targetTextsEn
