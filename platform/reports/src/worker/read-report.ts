import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ReportError } from '../model/error.ts'
import type { Report } from '../model/report.ts'
import type { ReportFile } from './protocol.ts'

/**
 * A report as `toJson` or `streamJson` wrote it. Throws ReportError `altered` when the bytes are not those that were written, and
 * `too-large` for one that no thread's memory holds.
 */
export async function readReport({ path, sha256 }: ReportFile): Promise<Report> {
  const bytes = await readFile(path)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ReportError('altered', '', `the content is not the one with SHA-256 ${sha256}`)
  // Beyond it a text does not fit in one string.
  if (bytes.length > 256 * 1024 * 1024) throw new ReportError('too-large', '', `${bytes.length} bytes; take JSON`)
  return (JSON.parse(bytes.toString('utf8')) as { report: Report }).report
}
