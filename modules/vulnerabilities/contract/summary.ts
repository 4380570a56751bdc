import { operation } from '@heng/contract'
import { z } from 'zod'
import { severities } from './vulnerability.ts'

const count = z.int().nonnegative()

/** What is still to be mended, counted. */
export const vulnerabilitySummary = z.object({
  open: z.object({ total: count, ...(Object.fromEntries(severities.map((severity) => [severity, count])) as Record<(typeof severities)[number], typeof count>), notAssessed: count }),
  overdue: count,
  /** In the catalogue of vulnerabilities known to be exploited. */
  exploited: count,
  /** Scan targets that nobody has said an asset for; null for who may not read scan targets. */
  unmatched: count.nullable(),
})
export type VulnerabilitySummary = z.output<typeof vulnerabilitySummary>

export const summary = operation({
  id: 'vulnerability.summary', method: 'GET', path: '/vulnerabilities/summary', permission: 'vulnerability:read',
  summary: { en: 'Open vulnerabilities, counted', 'zh-CN': '未修复漏洞统计' },
  /** Of one asset, or of all that the caller may read. */
  input: z.object({ asset: z.uuid().optional() }),
  output: vulnerabilitySummary,
})
