import type { Text } from '@heng/contract'
import { dayPlus, endOfStep } from './rules.ts'

/** Over so many weeks times to fix are taken: this one, and those before it. */
export const fixingWeeks = 13
/** The Monday on which they begin. */
export const fixingFrom = (today: string): string => dayPlus(endOfStep(today, 'week'), 1 - fixingWeeks * 7)
/** So recent a scan has to be for an asset to count as scanned. */
export const coverageDays = 30
/** So many units are told singly. */
export const mostUnits = 20

/** How each figure is computed, for whoever reads or audits it. */
export const methods = {
  open: {
    en: 'Open are vulnerabilities that are open, confirmed or in progress. Overdue: their due date is before today by the organisation’s calendar. Known exploited: listed in the catalogue of exploited vulnerabilities that was last taken in.',
    'zh-CN': '未修复指状态为待处理、已确认或修复中的漏洞。已逾期指修复期限早于今日（按组织所在时区）。已知被利用指列入最近一次导入的已知被利用漏洞目录。',
  },
  ageing: {
    en: 'Calendar days from the day on which it was first seen or, if it was closed and came back, opened again, until today.',
    'zh-CN': '自首次发现之日起至今的自然日数；曾关闭后又重新打开的，自重新打开之日起计算。',
  },
  units: {
    en: `By the unit that an open vulnerability belongs to now, which is that of its asset. The ${mostUnits} units with the most open ones are told singly, the others together.`,
    'zh-CN': `按未修复漏洞当前所属部门（即其资产所属部门）统计。单独列出未修复漏洞最多的 ${mostUnits} 个部门，其余合并列示。`,
  },
  fixing: {
    en: `What was mended within this week and the ${fixingWeeks - 1} before it, from Monday to Sunday: reported as fixed by a person, or no longer found by a scan that covered it and so verified, whichever came first. Calendar days from when it was first seen, or came back, until then. A fix that came back counts, and so does the next. False positives, acceptances and duplicates do not count. In time: mended on its due date or before; what had no due date is left out. Days of the policy: those that the policy in force gives to the severity where nothing else speaks for sooner.`,
    'zh-CN': `统计本周及此前 ${fixingWeeks - 1} 周（周一至周日）内修复的漏洞：以人员报告已修复，或覆盖范围内的扫描不再发现而视为已验证，两者中较早者为准。时长为首次发现（或重新打开）至该日的自然日数。修复后再次出现的，每次修复分别计入。误报、已接受和重复的不计入。按期指在修复期限当日或之前修复；无修复期限的不计入。策略时限指现行策略在无其他提前因素时对该级别规定的天数。`,
  },
  coverage: {
    en: `Assets that are components, neither archived nor retired, and those of them with a matched target that a scan of the last ${coverageDays} days looked at. Logged in: at least one of these scans tells that it could log in. Most formats do not tell it.`,
    'zh-CN': `分母为未归档、未退役的组件类资产；分子为其中已匹配扫描对象、且最近 ${coverageDays} 天内被扫描过的资产。登录扫描指其中至少一次扫描载明登录成功；多数报告格式不载明是否登录。`,
  },
  trend: {
    en: 'Counted by day: opened when first seen, or opened again; closed when reported as fixed, verified, accepted, judged a false positive or merged. An open vulnerability counts, for earlier days too, for the unit and severity that it has now, a closed one for those that it had when it was closed. Reports of earlier scans change earlier days. What came before the first report, or before days were noted, is not known and not drawn.',
    'zh-CN': '按日统计：首次发现或重新打开之日计为新增；报告已修复、已验证、已接受、判定为误报或合并之日计为关闭。未修复漏洞（含此前各日）按当前部门和级别统计，已关闭漏洞按关闭时的部门和级别统计。补录较早的扫描报告会改变此前各日的数据。首份报告之前或开始记录之前的数据未知，不予绘制。',
  },
} satisfies Record<string, Text>
