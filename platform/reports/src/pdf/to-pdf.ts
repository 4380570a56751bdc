import { createRequire } from 'node:module'
import type { Content, ContextPageSize, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { checkPagedSize, checkReport } from '../model/check.ts'
import { ReportError } from '../model/error.ts'
import type { Report } from '../model/report.ts'
import { CLOSE_SCALES } from '../layout/theme.ts'
import { close, USUAL, type Setting } from './canvas.ts'
import { pdfDocument } from './document.ts'
import type { Faces } from './fonts.ts'
import { loadFaces } from './fonts.ts'

/** What we use of pdfmake on the server; its published types know only the browser's virtual file system. */
interface PdfMake {
  readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
  setFonts(fonts: Record<string, { normal: string; bold: string }>): void
  setUrlAccessPolicy(allows: (url: string) => boolean): void
  setLocalAccessPolicy(allows: (path: string) => boolean): void
  createPdf(document: TDocumentDefinitions): { getBuffer(): Promise<Uint8Array> }
}

let prepared: PdfMake | undefined

/** Loads pdfmake at first use (0.1 s) and shuts its doors: no network, no files but the two fonts. */
function pdfMakeWith(faces: Faces): PdfMake {
  if (prepared !== undefined) return prepared
  const pdfMake = createRequire(import.meta.url)('pdfmake') as PdfMake
  for (const face of [faces.regular, faces.bold]) pdfMake.virtualfs.writeFileSync(face.fileName, face.file)
  pdfMake.setFonts({ NotoSansSC: { normal: faces.regular.fileName, bold: faces.bold.fileName } })
  pdfMake.setUrlAccessPolicy(() => false)
  pdfMake.setLocalAccessPolicy((path) => path === faces.regular.fileName || path === faces.bold.fileName)
  prepared = pdfMake
  return pdfMake
}

/**
 * The report as PDF 1.7, A4, with the used glyphs of Noto Sans SC embedded and mapped to Unicode. The same report
 * gives the same bytes. CPU-bound: in a server call `renderInWorker`. Throws ReportError.
 */
export async function toPdf(report: Report): Promise<Uint8Array> {
  checkReport(report)
  checkPagedSize(report)
  const faces = await loadFaces()
  const { pages: most } = report
  if (most === undefined) return (await setAs(report, faces, USUAL)).bytes
  for (const scale of CLOSE_SCALES) {
    const { bytes, pages } = await setAs(report, faces, close(scale))
    if (pages <= most) return bytes
  }
  throw new ReportError('too-large', 'pages', `the report does not fit on ${most} pages in the smallest readable size`)
}

const setAs = async (report: Report, faces: Faces, setting: Setting): Promise<{ bytes: Uint8Array; pages: number }> => {
  const document = pdfDocument(report, faces, setting)
  let pages = 0
  const footer = document.footer as (page: number, pages: number, size: ContextPageSize) => Content
  const buffer = await pdfMakeWith(faces).createPdf({ ...document, footer: (page, all, size) => ((pages = all), footer(page, all, size)) }).getBuffer()
  return { bytes: new Uint8Array(buffer), pages }
}
