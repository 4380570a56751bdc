import type { Ctx } from '@heng/server-kit'
import { judgeHosts } from './judge.ts'
import { readReport } from './read.ts'
import { insertScan } from './store.ts'
import { writeScan, type Figures, type Given } from './write.ts'

export interface ScanRequest extends Partial<Given> {
  /** Shown in the list of scans and in the history of the assets. */
  readonly fileName: string
  /** The report of a network scanner, as it came. */
  readonly body: AsyncIterable<Uint8Array>
}

/**
 * Takes a scanner's report in the caller's transaction and with the caller's rights, through the same steps as one that
 * somebody uploads, with the decisions that it proposes: new hosts become assets, recognised ones are updated, merely
 * possible ones are left for a person. For rooms that bring a report themselves, such as sample data.
 * Throws `assetScan.unreadable`, `assetScan.noHosts`.
 */
export const importScan = async (ctx: Ctx, { fileName, body, unit = null, owner = null }: ScanRequest): Promise<Figures & { readonly scanId: string }> => {
  const report = await readReport(body, false)
  const { judged, known } = await judgeHosts(ctx, report.hosts)
  const scanId = await insertScan(ctx, fileName, report, judged, known)
  return { scanId, ...(await writeScan(ctx, scanId, { unit, owner }, async () => undefined)) }
}
