import './frozen.css'
import { fill } from '@heng/contract'
import { OrgLink, Scroll, StatusTag } from '@heng/web-kit'
import { Alert } from 'antd'
import { themes, type ContentLine, type SoaContent } from '../../contract/index.ts'
import { Implementation } from '../table/Implementation.tsx'
import { useWords } from '../words.ts'

/** A statement as it was submitted, as those who approve it read it: what is left out first, then line by line with reason and state. */
export const Component = ({ value }: { readonly value: unknown }) => {
  const { t, text, locale } = useWords()
  const { fields } = text.nouns.soa
  const content = value as SoaContent
  const { rows } = content.lines
  const excluded = rows.filter((l) => l.applicable === 'no')
  const included = rows.filter((l) => l.applicable === 'yes')
  const implemented = included.filter((l) => l.implementation === 'implemented').length
  const head = [
    [t.approval.organisation, content.organisation], [fields.title, content.title], [fields.number, String(content.number)],
    locale === 'en' ? [fields.editionEn, content.editionEn] : [fields.editionZh, content.editionZh], [fields.scope, content.scope],
  ]
  return (
    <>
      <dl className="sa-frozen-head">
        {head.map(([name, said]) => said != null && said !== '' && (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="sa-frozen-sum">
        <b>{fill(t.progress.included, { count: included.length })}</b> · <b>{fill(t.progress.excluded, { count: excluded.length })}</b> ·{' '}
        {fill(t.progress.implemented, { done: implemented, included: included.length })}
      </p>
      {included.length > 0 && implemented === 0 && (
        <Alert type="warning" showIcon title={fill(t.approval.noneImplemented, { count: included.length })} description={t.approval.noneImplementedText} />
      )}
      {excluded.length > 0 && <Lines title={text.soa.report.exclusions} lines={excluded} out />}
      {themes.map((theme) => (
        <Lines key={theme} title={text.soa.themes[theme]} lines={rows.filter((l) => l.theme === theme && l.applicable !== 'no')} />
      ))}
    </>
  )
}

/** Lines as a table; excluded ones (`out`) without the columns on implementation. */
const Lines = ({ title, lines, out = false }: { readonly title: string; readonly lines: readonly ContentLine[]; readonly out?: boolean }) => {
  const { t } = useWords()
  if (lines.length === 0) return null
  return (
    <section className="sa-frozen">
      <h3>
        {title} <span className="hg-muted">{lines.length}</span>
      </h3>
      <Scroll label={title}>
        <table>
          <thead>
            <tr>
              {[t.table.control, t.table.why, ...(out ? [] : [t.table.implementation, t.table.description])].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.ref} line={line} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const Line = ({ line }: { readonly line: ContentLine }) => {
  const { titleOf, values } = useWords()
  const { applicable, reasons, reasonText, justification, description, document, linkedControls, linkedRisks } = line
  return (
    <tr>
      <th scope="row">
        <span className="sa-ref">{line.ref}</span> {titleOf(line)}
      </th>
      <td>
        {applicable === 'undecided' && <StatusTag tone="warning">{values.applicable.undecided}</StatusTag>}
        {applicable === 'no' ? justification : reasons.map((reason) => values.reasons[reason]).join(' · ')}
        {applicable !== 'no' && reasonText !== null && <p>{reasonText}</p>}
        <Links path="risks" items={linkedRisks} />
      </td>
      {applicable !== 'no' && (
        <>
          <td>
            <Implementation line={line} />
            {line.overridden && line.overrideReason !== null && <p>{line.overrideReason}</p>}
          </td>
          <td>
            {description}
            {document !== null && <p className="hg-muted">{document}</p>}
            <Links path="controls" items={linkedControls} />
          </td>
        </>
      )}
    </tr>
  )
}

const mostLinks = 6

const Links = ({ path, items }: { readonly path: string; readonly items: readonly { readonly id: string; readonly reference: string }[] }) =>
  items.length === 0 ? null : (
    <p className="sa-frozen-links">
      {items.slice(0, mostLinks).map(({ id, reference }) => (
        <OrgLink key={id} to={`${path}/${id}`}>
          {reference}
        </OrgLink>
      ))}
      {items.length > mostLinks && <span className="hg-muted">+{items.length - mostLinks}</span>}
    </p>
  )
