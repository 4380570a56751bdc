const severity = { none: '无', low: '低危', medium: '中危', high: '高危', critical: '超危' }
const identifier = {
  cloudId: '云资源 ID', hostUuid: '主机 UUID', serial: '序列号', assetTag: '资产标签', mac: 'MAC 地址', fqdn: '完整域名', hostname: '主机名', ip: 'IP 地址', person: '人工指定', import: '导入时指定',
}

export const nounsZh = {
  vulnerability: {
    one: '漏洞', many: '漏洞',
    about: '资产上发现的漏洞，逐次扫描持续跟踪直至修复：紧急程度、修复期限、责任人及判定依据。',
    fields: {
      title: '漏洞名称', priority: '处置优先级', severity: '漏洞级别', rank: '处置顺序', state: '状态', dueOn: '修复期限', overdue: '已逾期', asset: '资产', target: '扫描对象', location: '位置',
      cves: 'CVE / CNVD / CNNVD 编号', cvss: 'CVSS', epss: 'EPSS', exploited: '已知被利用', unit: '部门', owner: '资产责任人', assignee: '处置人', tool: '扫描器', rule: '检测项',
      component: '组件', fixedIn: '修复版本', firstSeen: '首次发现', lastSeen: '最近发现', lastScan: '最近扫描', stateSince: '状态起始时间', stateBy: '状态变更人', stateReason: '状态变更原因',
      reopened: '重新打开次数', acceptedUntil: '接受有效期至', exception: '漏洞接受', duplicateOf: '重复于', priorityReason: '优先级依据', details: '详情', sightings: '发现记录',
    },
    values: {
      priority: { none: '无需处置', routine: '常规', scheduled: '计划内', urgent: '紧急', immediate: '立即' },
      severity,
      state: { open: '待处理', confirmed: '已确认', inProgress: '修复中', fixed: '已修复', verified: '已验证', falsePositive: '误报', accepted: '已接受', duplicate: '重复' },
    },
    actions: {
      open: '重新打开', confirmed: '确认', inProgress: '开始修复', fixed: '报告已修复', verified: '验证修复', falsePositive: '判定为误报', accepted: '接受', merged: '合并', weighed: '优先级变动',
    },
  },
  vulnerabilityScan: {
    one: '扫描报告', many: '扫描报告',
    about: '已导入的扫描器报告：各自发现了什么、新增了什么、再次发现了什么、哪些已不复存在。报告原件作为证据留存。',
    fields: {
      fileName: '文件', state: '状态', tool: '扫描器', scannedAt: '扫描时间', coverage: '覆盖范围', findings: '发现项', informational: '仅供参考', opened: '新增', reopened: '重新打开', seenAgain: '再次发现',
      closed: '已消除', targets: '扫描对象', unmatched: '未匹配对象', asset: '无主机发现项所属资产', series: '系列名称', source: '导入方式', startedBy: '导入人', partial: '报告不完整', file: '报告原件', sha256: 'SHA-256',
    },
    values: {
      state: { waiting: '等待中', running: '读取中', done: '已完成', failed: '失败', cancelled: '已取消' },
      coverage: { whole: '全量', part: '部分' },
      source: { upload: '上传', api: 'API', folder: '监视文件夹', liveCheck: '在线检测', penetrationTest: '渗透测试' },
    },
  },
  scanTarget: {
    one: '扫描对象', many: '扫描对象',
    about: '扫描器检测过的主机与软件，以及它们对应的资产。未能识别的在此等待人工指定。',
    fields: {
      name: '名称', kind: '类别', state: '状态', asset: '资产', matchedBy: '识别依据', exposure: '暴露程度', unit: '部门', os: '操作系统', openVulnerabilities: '未修复漏洞',
      firstSeen: '首次发现', lastSeen: '最近发现', identifiers: '标识',
    },
    values: {
      kind: { host: '主机', software: '软件' },
      state: { matched: '已匹配', unmatched: '未匹配', ignored: '已忽略' },
      matchedBy: identifier,
      exposure: { internet: '互联网', partner: '合作方', internal: '内部', isolated: '隔离' },
    },
    actions: { matched: '匹配到资产', ignored: '忽略', takenBack: '取消忽略' },
  },
  vulnerabilityException: {
    one: '漏洞接受', many: '漏洞接受',
    about: '在期限内接受漏洞存在的申请与审批，载明理由及期间降低风险的补偿措施。',
    fields: {
      title: '名称', state: '状态', until: '有效期至', vulnerabilities: '漏洞', reason: '理由', compensation: '补偿措施', requestedBy: '申请人', decidedAt: '审批时间',
    },
    values: { state: { draft: '草稿', inReview: '审批中', approved: '已批准', ended: '提前终止', expired: '已到期' } },
    actions: { submitted: '提交审批', approved: '批准', rejected: '驳回', withdrawn: '撤回申请', ended: '终止', expired: '到期', shortened: '移除不再需要接受的漏洞' },
  },
}
