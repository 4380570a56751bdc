import { readFindings, ScanError, type Finding, type FindingOptions, type ReportSource, type ScanProblemCode } from '@heng/engine-scanners'
import type { Io } from '../io.ts'

/** What a summary tells of the findings of one or more reports. */
export interface Tally {
  tool: string
  findings: number
  readonly hosts: Set<string>
  readonly cves: Set<string>
}
export const newTally = (tool: string): Tally => ({ tool, findings: 0, hosts: new Set(), cves: new Set() })

/** One host, however many findings it has: by what is surest of it. */
const hostKey = ({ host, url }: Finding): string | null =>
  host === null ? (url === null ? null : (URL.canParse(url) ? new URL(url).host : null)) : (host.cloudId ?? host.uuid ?? host.ips[0] ?? host.fqdns[0] ?? host.macs[0] ?? host.name)

/** Tells the findings of a report, one a line as JSON (NDJSON), and what is wrong with it in both languages on standard error; answers the code of that, null where nothing is. */
export const tellFindings = async ({ out, err }: Io, source: ReportSource, how: FindingOptions, tally: Tally): Promise<ScanProblemCode | null> => {
  try {
    const report = await readFindings(source, how)
    tally.tool = report.tool
    for await (const finding of report) {
      tally.findings++
      const host = hostKey(finding)
      if (host !== null) tally.hosts.add(host)
      for (const cve of finding.identifiers.cve) tally.cves.add(cve)
      out(`${JSON.stringify(finding)}\n`)
    }
    return null
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const { code, message } = error.problem
    err(`${message.en}\n${message['zh-CN']}\n`)
    return code
  }
}

export const tellSummary = ({ err }: Io, { tool, findings, hosts, cves }: Tally): void => err(`tool=${tool} findings=${findings} hosts=${hosts.size} cves=${cves.size}\n`)
