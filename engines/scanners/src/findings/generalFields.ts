/** Names that columns and keys commonly have, in English and Chinese, without case, spaces and punctuation. */
const names = {
  title: [
    'vulnerability', 'vulnerabilityname', 'vulnerabilitytitle', 'vulname', 'vulnname', 'vulntitle', 'finding', 'findingname', 'findingtitle', 'issue', 'issuename',
    'issuetitle', 'pluginname', 'weakness', 'weaknessname',
    '漏洞名称', '漏洞名', '漏洞标题', '漏洞', '风险名称', '问题名称', '弱点名称', '脆弱性名称', '隐患名称', '发现项',
  ],
  /** Also of what is no finding: not enough by themselves. */
  name: ['title', 'name', 'summary', 'subject', '标题', '名称', '检查项', '检测项'],
  severity: [
    'severity', 'severitylevel', 'severityrating', 'risk', 'riskrating', 'risklevel', 'riskfactor', 'level', 'threat', 'threatlevel', 'criticality', 'rating', 'cvssseverity',
    '风险等级', '风险级别', '风险程度', '危险等级', '危险级别', '危险程度',
    '漏洞等级', '漏洞级别', '漏洞风险等级', '漏洞风险级别', '严重程度', '严重级别', '严重等级', '严重性', '危害等级', '危害级别', '威胁等级', '威胁级别', '等级', '级别', '风险',
  ],
  cve: ['cve', 'cves', 'cveid', 'cveids', 'cvenumber', 'cvelist', 'cvereferences', 'cve编号', 'cve号', 'cve标识', 'vulnerabilityids'],
  identifier: ['cnvd', 'cnvdid', 'cnvd编号', 'cnnvd', 'cnnvdid', 'cnnvd编号', 'ghsa', 'ghsaid', 'advisory', 'advisoryid', 'vulnerabilityid', '漏洞标识'],
  cwe: ['cwe', 'cwes', 'cweid', 'cweids', 'cwe编号', 'cwe号'],
  cvss: [
    'cvss', 'cvssscore', 'cvssbasescore', 'basescore', 'score', 'cvssvector', 'vector', 'cvssvectorstring', 'cvss评分', 'cvss分值', 'cvss得分', 'cvss分数', 'cvss向量', '评分', '分值',
    'cvssv4', 'cvss4', 'cvssv4score', 'cvss4score', 'cvssv4vector', 'cvssv40', 'cvssv3', 'cvss3', 'cvssv3score', 'cvss3score', 'cvssv3vector', 'cvss3vector', 'cvssv31',
    'cvssv30', 'cvss31', 'cvss30', 'cvssv3basescore', 'cvssv2', 'cvss2', 'cvssv2score', 'cvss2score', 'cvssv2vector', 'cvssv2basescore', 'cvss3评分', 'cvss2评分',
  ],
  host: [
    'ip', 'ips', 'ipaddress', 'ipaddresses', 'ipaddr', 'ipv4', 'ipv6', 'host', 'hosts', 'hostname', 'hostip', 'target', 'targetip', 'asset', 'assetname', 'assetip', 'machine',
    'machinename', 'computer', 'computername', 'server', 'servername', 'dnsname', 'dns', 'fqdn', 'domain',
    'affectedhost', 'affectedhosts', 'affectedasset', 'affectedassets', 'affectedip', 'system', 'ip地址', '主机', '主机ip', '主机地址', '主机名', '主机名称', '资产', '资产ip', '资产地址', '资产名称', '目标',
    '目标ip', '目标地址', '目标主机', '受影响主机', '受影响资产', '受影响ip',
    '影响主机', '影响资产', '影响ip', '服务器', '服务器ip', '服务器地址', '域名', '风险ip', '风险主机', '系统ip', '设备ip', '设备地址', '地址',
  ],
  mac: ['mac', 'macaddress', 'mac地址'],
  os: ['os', 'operatingsystem', '操作系统'],
  port: ['port', 'ports', 'portnumber', '端口', '端口号', '风险端口', '服务端口', '影响端口', '受影响端口', '端口协议'],
  protocol: ['protocol', 'proto', 'transport', '协议', '协议类型', '传输协议'],
  service: ['service', 'servicename', '服务', '服务名', '服务名称', '服务类型'],
  description: [
    'description', 'desc', 'details', 'detail', 'detaileddescription', 'synopsis', 'overview', '描述', '漏洞描述', '详细描述', '漏洞详情', '漏洞详细描述', '漏洞概述', '漏洞说明', '漏洞简介', '风险描述', '问题描述',
    '说明', '详情', '简介',
  ],
  impact: ['impact', '影响', '危害', '漏洞危害', '漏洞影响', '危害描述', '影响描述', '风险分析'],
  solution: [
    'solution', 'remediation', 'mitigation', 'fix', 'recommendation', 'recommendations', 'resolution', 'countermeasure', '解决方案', '解决办法', '解决方法', '解决建议', '修复建议', '修复方案', '修复方法',
    '修复措施', '整改建议', '整改措施', '整改方案', '处置建议', '处理建议',
    '加固建议', '加固方案', '修补建议', '建议',
  ],
  url: ['url', 'urls', 'uri', 'link', 'endpoint', 'endpoints', 'affectedurl', 'page', '链接', '网址', 'url地址', '漏洞url', '漏洞地址', '漏洞链接', '风险url', '风险地址', '受影响url', '网站', '站点'],
  file: ['file', 'filename', 'filepath', 'path', 'sourcefile', '文件', '文件名', '文件路径', '路径', '代码位置'],
  line: ['line', 'lineno', 'linenumber', 'startline', '行', '行号'],
  component: [
    'component', 'componentname', 'package', 'packagename', 'library', 'dependency', 'product', 'software', '组件', '组件名', '组件名称', '软件', '软件名称', '软件包', '影响组件', '受影响组件', '依赖',
  ],
  version: ['version', 'componentversion', 'packageversion', 'installedversion', '版本', '版本号', '组件版本', '软件版本', '当前版本'],
  fixedIn: ['fixedversion', 'fixedin', 'fixversion', 'patchedversion', '修复版本', '安全版本', '已修复版本'],
  references: ['reference', 'references', 'refs', 'seealso', '参考', '参考链接', '参考资料', '参考信息', '参考文献', '相关链接'],
  evidence: [
    'evidence', 'output', 'pluginoutput', 'proof', 'poc', 'payload', 'request', 'response', 'stepstoreproduce', 'banner', '证据', '漏洞证据', '漏洞证明', '返回信息', '返回结果', '返回值', '验证信息',
    '验证结果', '请求', '请求包', '响应', '响应包', '请求报文', '响应报文', '数据包', '复现步骤',
  ],
  rule: ['vulnidfromtool', 'vulnid', 'pluginid', 'ruleid', 'checkid', 'qid', 'nvtoid', 'oid', 'findingid', '漏洞编号', '漏洞id', '插件id', '插件编号', '规则编号', '规则id', 'id'],
  firstSeen: ['firstseen', 'firstfound', 'firstdetected', 'firstdiscovered', 'discovered', 'discoverydate', 'created', 'createdat', '首次发现时间', '首次发现日期', '首次发现'],
  lastSeen: [
    'lastseen', 'lastfound', 'lastdetected', 'date', 'scandate', 'scantime', 'time', 'timestamp', 'detected', 'detectedat', '发现时间', '发现日期', '扫描时间', '扫描日期', '检测时间', '检测日期',
    '最近发现时间', '最后发现时间', '日期', '时间',
  ],
  status: ['status', 'state', '状态', '漏洞状态', '处理状态', '修复状态', '整改状态', '处置状态'],
} as const

export type Field = keyof typeof names
export const fields = Object.keys(names) as readonly Field[]

/** `CVE 编号（列表）` and `cve_编号` alike. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_\-.:：/\\()（）[\]【】#*"'“”]+/g, '')
const byName = new Map<string, Field>(Object.entries(names).flatMap(([field, list]) => list.map((name) => [name, field as Field] as const)))
const orderOf = new Map<string, number>(Object.values(names).flatMap((list) => list.map((name, i) => [name, i] as const)))

type Columns<Names> = Readonly<Partial<Record<Field, Names>>>
/** Which of these names stand for which fields, the commonest name of a field first; what a user maps to a field is that, and only that. */
export const fieldsOf = (headers: readonly string[], mapping: Columns<string | readonly string[]> = {}): Columns<readonly string[]> => {
  const given = Object.entries(mapping).map(([field, columns]) => [field as Field, [columns].flat()] as const)
  const taken = new Set(given.flatMap(([, columns]) => columns.map((name) => name.trim().toLowerCase())))
  const found: Partial<Record<Field, string[]>> = Object.fromEntries(given)
  for (const header of headers.toSorted((a, b) => (orderOf.get(plain(a)) ?? 0) - (orderOf.get(plain(b)) ?? 0))) {
    const field = byName.get(plain(header))
    if (field !== undefined && mapping[field] === undefined && !taken.has(header.trim().toLowerCase())) (found[field] ??= []).push(header)
  }
  return found
}

/** Whether a list with these names tells findings: what was found, and how bad, where or under which number. */
export const tellsFindings = (headers: readonly string[]): boolean => {
  const { title, name, severity, host, cve } = fieldsOf(headers)
  return title !== undefined ? severity !== undefined || host !== undefined || cve !== undefined : name !== undefined && (severity !== undefined || cve !== undefined)
}
