import { checkPagedSize, checkReport } from '../model/check.ts'
import type { Report } from '../model/report.ts'

/**
 * The report as DOCX (ECMA-376): A4, real headings, repeated table headers, page x of y. Fonts are named, not
 * embedded. The parts are the same from run to run but for the ids of links, which the docx library draws at random;
 * the bytes are not, as it also stamps its clock into the zip. CPU-bound: in a server call `renderInWorker`. Throws ReportError.
 */
export async function toDocx(report: Report): Promise<Uint8Array> {
  checkReport(report)
  checkPagedSize(report)
  const [{ Packer }, { wordDocument }, { corePropertiesXml }] = await Promise.all([
    import('docx'),
    import('./document.ts'),
    import('./core-properties.ts'),
  ])
  const overrides = [{ path: 'docProps/core.xml', data: corePropertiesXml(report) }]
  return new Uint8Array(await Packer.toBuffer(wordDocument(report), undefined, overrides))
}
