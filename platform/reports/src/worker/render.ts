import { Writable } from 'node:stream'
import { toDocx } from '../docx/to-docx.ts'
import { toJson } from '../json/to-json.ts'
import type { Report, ReportFormat } from '../model/report.ts'
import { toPdf } from '../pdf/to-pdf.ts'
import { toXlsx } from '../xlsx/to-xlsx.ts'

async function xlsxBytes(report: Report): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await toXlsx(report, sink)
  return Buffer.concat(chunks)
}

/** Any format, whole in memory, on the calling thread. Throws ReportError. */
export function render(report: Report, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return toDocx(report)
    case 'xlsx':
      return xlsxBytes(report)
    case 'pdf':
      return toPdf(report)
    case 'json':
      return Promise.resolve().then(() => new TextEncoder().encode(toJson(report)))
  }
}
