import type { flawsEn } from './flaws.en.ts'

export const flawsZh = {
  takeIn: '导入扫描报告',
  groups: { what: '漏洞', state: '状态', when: '期限', where: '位置', who: '责任', seen: '扫描发现' },
  word: {
    overdueOne: '逾期 1 天', overdue: '逾期 {days} 天', today: '今天到期', tomorrow: '明天到期', in: '{days} 天后到期',
    acceptedUntil: '接受有效期至 {day}', acceptedPastOne: '接受有效期昨天届满', acceptedPast: '接受有效期已过 {days} 天', acceptedToday: '接受有效期今天届满', acceptedTomorrow: '接受有效期明天届满', acceptedIn: '接受有效期 {days} 天后届满',
    exploited: '已知被利用', notExploited: '未收录', belowOne: '< 1%', epss: '30 天内 {share}',
  },
  figures: {
    label: '未修复漏洞概览', open: '未修复', overdue: '已逾期', exploited: '已知被利用', unmatched: '未匹配资产的扫描对象', notAssessed: '未评定', failed: '统计数据加载失败。',
  },
  quick: { label: '快捷筛选', all: '全部', open: '未修复', overdue: '已逾期', mine: '我处置的', exploited: '已知被利用', falsePositive: '误报', verified: '已验证' },
  verb: { open: '退回待处理', confirmed: '确认', inProgress: '开始修复', fixed: '报告已修复', verified: '验证修复', falsePositive: '判定为误报', merge: '合并', except: '申请接受' },
  move: {
    button: '变更状态（{count}）', title: '变更 {count} 个漏洞的状态', titleOne: '{verb}：{reference}', state: '新状态', choice: '{state}（{count} 个中 {fit} 个可变更）', reason: '原因', reasonHelp: '将记入变更历史。',
    reasonFixed: '采取的措施，例如所安装的版本。', assignee: '处置人', assigneeHelp: '留空则保持原处置人不变。', apply: '变更 {count} 个', some: '{count} 个中有 {out} 个不能从当前状态变更为该状态，变更后将逐一列出。',
    tooMany: '每次最多变更 1,000 个。', done: '已变更 {count} 个。', doneOne: '{reference}：{state}。', refused: '未变更：{count} 个',
  },
  merge: {
    button: '合并（{count}）', title: '将 {count} 个漏洞合并为一个', titleInto: '将其他漏洞合并到 {reference}', text: '其他漏洞的发现记录将归入保留的漏洞，其自身保留为重复项。', keep: '保留', others: '哪些是同一漏洞',
    elsewhere: '只能合并同一资产上的漏洞，所选漏洞分属多个资产。', duplicates: '重复项不能再次合并。', find: '在该资产上查找', same: '编号相同', rest: '该资产上的其他漏洞', none: '未找到其他漏洞。', atMost: '每次最多合并 100 个。',
    apply: '合并', done: '已将 {count} 个合并到 {reference}。',
  },
  tabs: { overview: '概览', sightings: '发现记录', ofAsset: '漏洞' },
  what: {
    title: '漏洞说明', none: '扫描器未提供更多说明。', description: '描述', solution: '修复建议', identifiers: '编号', references: '参考链接', cvss: 'CVSS', version: '版本', score: '评分', vector: '向量',
    reported: '报告中的级别', more: '显示全部', less: '收起', opens: '（打开外部网站）',
  },
  where: { title: '所在位置', fixedIn: '修复版本 {version}', noAsset: '尚未匹配资产', noFix: '未提供修复版本' },
  why: {
    title: '优先级与期限依据', none: '尚未评定。', policy: '依据策略“{policy}”第 {version} 版。', rule: '规则：{rule}', due: '修复期限：{day}。', noDue: '策略未设定修复期限。', inputs: '判定依据',
    couldChange: '评定后可能改变结果',
  },
  sightings: {
    none: '没有扫描器发现记录。', first: '首次发现', last: '最近发现', gone: '消除时间', scan: '最近扫描', rule: '检测项 {rule}', evidence: '证据', noEvidence: '报告中没有证据。', choose: '选择 {tool} 的发现记录',
    split: '拆分（{count}）', splitTitle: '拆分为独立漏洞', splitText: '所选发现记录将成为同一扫描对象上的独立漏洞。', splitDone: '已拆分为 {reference}。', splitHelp: '选择属于另一漏洞的发现记录进行拆分，至少保留一条。',
    method: { component: '按组件识别', code: '按代码位置识别', web: '按页面地址识别', network: '按端口识别', host: '按主机识别' },
  },
  asset: { none: '该资产上没有未修复漏洞。', all: '该资产的全部未修复漏洞', ever: '该资产的全部漏洞' },
} satisfies typeof flawsEn
