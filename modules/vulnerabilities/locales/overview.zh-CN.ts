import type { overviewEn } from './overview.en.ts'

export const overviewZh = {
  title: '漏洞总览', nav: '漏洞总览', about: '未修复漏洞的数量、存续时间和分布，修复时长，以及扫描覆盖情况。', toRegister: '漏洞清单', open: '未修复',
  emptyTitle: '暂无统计数据', emptyText: '导入首份扫描报告后开始统计，此后每份报告都会计入趋势。', takeIn: '导入首份报告', pastText: '此页仅统计当前数据，请返回今天查看。',
  tiles: { label: '当前概况', open: '未修复', grave: '超危与高危', overdue: '已逾期', exploited: '已知被利用', coverage: '已扫描组件', unmatched: '未匹配资产的扫描对象', of: '{n} / {all}' },
  bySeverity: '未修复漏洞按级别', byPriority: '未修复漏洞按处置优先级', severity: '漏洞级别', count: '未修复', noUnit: '未指定部门', rest: '其余 {count} 个部门', restOne: '其余 1 个部门', unknown: '未知',
  trend: {
    title: '趋势', open: '各期末未修复漏洞', flow: '新增与关闭', opened: '新增', closed: '关闭', step: '统计周期', at: '截至', steps: { day: '按日', week: '按周', month: '按月' },
    knownFrom: '数据自 {day} 起。此前情况未知，不予绘制。', total: '合计',
  },
  ageing: { title: '未修复漏洞存续时间', age: '存续时间', ages: { 7: '7 天以内', 30: '8–30 天', 90: '31–90 天', 180: '91–180 天', more: '超过 180 天' }, none: '没有未修复的漏洞。' },
  units: { title: '按部门', unit: '部门', open: '未修复', overdue: '已逾期', grave: '超危与高危', oldest: '最长存续', days: '{days} 天', dayOne: '1 天', since: '自 {day} 起未修复', none: '没有未修复的漏洞。' },
  fixing: {
    title: '修复时长', since: '{day} 起修复的漏洞，对照策略“{policy}”。', fixed: '人员报告已修复', verified: '扫描验证已修复', mean: '平均', median: '中位数', policy: '策略时限', share: '按期修复率', of: '{share}（{n}/{all}）',
    days: '{days} 天', dayOne: '1 天', working: '{days} 个工作日', workingOne: '1 个工作日', noDays: '无时限', noDue: '均无修复期限', none: '无修复记录', nothing: '此期间没有修复的漏洞。', over: '超过策略时限',
  },
  coverage: {
    title: '扫描覆盖率', since: '{day} 以来已扫描的组件类资产：{n} / {all}（{share}）。', unit: '部门', assets: '组件', scanned: '已扫描', share: '覆盖率', loggedIn: '登录扫描', notLoggedIn: '未登录',
    unknown: '未载明是否登录', none: '资产清单中没有组件。', list: '资产清单中的组件', targets: '未匹配资产的扫描对象：{count} 个',
  },
  how: { title: '计算方法', at: '截至 {at}（{zone}）', version: '方法版本 {version}', inputs: '数据来源', open: '{day} 当日未修复的漏洞', ageing: '{day} 当日未修复的漏洞', days: '{from} 至 {to} 的逐日记录', fixing: '{from} 至 {to} 修复的漏洞；策略“{policy}”（{version}）', coverage: '{from} 至 {to} 的扫描；当前资产', shipped: '内置' },
} satisfies typeof overviewEn
