import type { ReportErrorCode } from '../model/error.ts'
import type { Report, ReportFormat } from '../model/report.ts'
import type { Row, Table } from '../model/table.ts'

/** A report that was written as JSON, and the SHA-256 that its bytes have to have. */
export interface ReportFile {
  readonly path: string
  readonly sha256: string
}

/** To the worker: a report without table rows, the rows in portions, then the order to render; or a file to be read there. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly report: Report }
  | { readonly kind: 'rows'; readonly section: number; readonly block: number; readonly rows: readonly Row[] }
  | { readonly kind: 'render'; readonly format: ReportFormat }
  | { readonly kind: 'file'; readonly file: ReportFile; readonly format: ReportFormat }

/** From the worker: the file, or why there is none. */
export type FromWorker =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly code: ReportErrorCode; readonly place: string; readonly problem: string }

/** Rows of one message: copying them into the worker takes some 5 ms with a dozen columns. */
const PORTION = 400

/** The report in messages small enough that none holds the event loop while it is copied. */
export function* messagesFor(report: Report, format: ReportFormat): Generator<ToWorker> {
  const tables: { section: number; block: number; rows: Table['rows'] }[] = []
  const sections = report.sections.map((section, at) => ({
    ...section,
    blocks: section.blocks.map((block, index) => {
      if (block.type !== 'table') return block
      tables.push({ section: at, block: index, rows: block.rows })
      return { ...block, rows: [] }
    }),
  }))
  yield { kind: 'begin', report: { ...report, sections } }
  for (const { section, block, rows } of tables) {
    for (let start = 0; start < rows.length; start += PORTION) {
      yield { kind: 'rows', section, block, rows: rows.slice(start, start + PORTION) }
    }
  }
  yield { kind: 'render', format }
}

/** Puts portions back together; the worker's side of `messagesFor`. */
export class ReportAssembly {
  readonly #report: Report
  readonly #rows = new Map<string, Row[]>()

  constructor(report: Report) {
    this.#report = report
  }

  add(section: number, block: number, rows: readonly Row[]): void {
    const key = `${section}/${block}`
    const held = this.#rows.get(key) ?? []
    for (const row of rows) held.push(row)
    this.#rows.set(key, held)
  }

  report(): Report {
    const sections = this.#report.sections.map((section, at) => ({
      ...section,
      blocks: section.blocks.map((block, index) =>
        block.type === 'table' ? { ...block, rows: this.#rows.get(`${at}/${index}`) ?? [] } : block,
      ),
    }))
    return { ...this.#report, sections }
  }
}
