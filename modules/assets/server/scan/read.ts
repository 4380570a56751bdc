import { readScan, ScanError, type ScanInfo } from '@heng/engine-scanners'
import { HengError } from '@heng/contract'
import { candidateOf, type Candidate } from './candidate.ts'
import { mergeHosts } from './merge.ts'

/** Hosts of one report: more would make the one transaction of its import too long. */
export const mostHosts = 20_000

export interface ReadReport {
  readonly scan: ScanInfo
  /** When the scan was over, or begun, ISO 8601. */
  readonly scannedAt: string | null
  readonly hosts: readonly Candidate[]
  /** Identifiers that several hosts shared and that therefore recognise none. */
  readonly ambiguous: number
  /** Hosts of the report that were not up, or had nothing to be told by. */
  readonly ignored: number
  /** The report breaks off; `hosts` is what came before. */
  readonly partial: boolean
}

const unreadable = (error: ScanError): HengError => {
  const { message, code, line, column, hostsRead } = error.problem
  return new HengError('assetScan.unreadable', { params: { en: message.en, zh: message['zh-CN'] }, data: { problem: code, line, column, hostsRead: hostsRead ?? 0 }, cause: error })
}

/**
 * Reads a scanner's report to its end. A report that breaks off is refused, saying how many hosts were read, unless
 * `partial` asks for those. Throws `assetScan.unreadable`, `assetScan.noHosts`.
 */
export const readReport = async (body: AsyncIterable<Uint8Array>, partial: boolean): Promise<ReadReport> => {
  const candidates: Candidate[] = []
  let line = 0
  let ignored = 0
  let scan: ScanInfo | undefined
  let finished: string | undefined
  let broken = false
  try {
    const report = await readScan(body, { limits: { hosts: mostHosts } })
    try {
      for await (const host of report) {
        line += 1
        const candidate = host.status === 'down' || host.status === 'skipped' ? null : candidateOf(host, line, report.scan?.asked)
        if (candidate === null) ignored += 1
        else candidates.push(candidate)
      }
    } catch (error) {
      if (!partial || !(error instanceof ScanError) || error.problem.code !== 'truncated') throw error
      broken = true
    }
    scan = report.scan
    finished = report.outcome?.finished
  } catch (error) {
    throw error instanceof ScanError ? unreadable(error) : error
  }
  if (candidates.length === 0) throw new HengError('assetScan.noHosts', { params: { hosts: line } })
  const { hosts, ambiguous } = mergeHosts(candidates)
  return { scan: scan ?? { scanner: 'nmap' }, scannedAt: finished ?? scan?.started ?? null, hosts, ambiguous: ambiguous.length, ignored, partial: broken }
}
