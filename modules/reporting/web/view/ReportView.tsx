import type { Block, Report, Section } from '@heng/reports'
import { messages } from '../../locales/index.ts'
import { BlockView } from './BlockView.tsx'
import { ReportContext, type Shown } from './shown.ts'

interface Props {
  readonly report: Report
  /** Rows of each long table in all, by its id. */
  readonly rows: Readonly<Record<string, number>>
}

/** A report as it will be printed, section by section, in its own language. */
export const ReportView = ({ report, rows }: Props) => {
  const shown: Shown = { report, rows, t: messages[report.locale].page }
  return (
    <ReportContext value={shown}>
      <article className="rp-report" lang={report.locale}>
        <header>
          <p className="rp-classification">{report.classification}</p>
          <h3 className="rp-title">{report.title}</h3>
          {report.subtitle !== undefined && <p className="hg-muted">{report.subtitle}</p>}
        </header>
        {report.sections.map((section, i) => (
          <SectionView key={i} section={section} />
        ))}
      </article>
    </ReportContext>
  )
}

const SectionView = ({ section }: { readonly section: Section }) => {
  const Heading = section.level === undefined || section.level === 1 ? 'h4' : 'h5'
  return (
    <section className="rp-section" data-level={section.level ?? 1}>
      <Heading>{section.heading}</Heading>
      {section.basis !== undefined && <p className="rp-basis">{section.basis}</p>}
      {section.blocks.map((block: Block, i) => (
        <BlockView key={i} block={block} label={section.heading} />
      ))}
    </section>
  )
}
