import '../base/base.css'
import './criteria.css'
import { fill } from '@heng/contract'
import { formatTimestamp, HashText, useLocale, useText, useTimeZone, type AnyRecord, type RecordPanelProps } from '@heng/web-kit'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { AcceptanceSection } from './AcceptanceSection.tsx'
import { AreasSection } from './AreasSection.tsx'
import { MethodSection } from './MethodSection.tsx'
import { ScalesSection } from './ScalesSection.tsx'
import { Section } from './Section.tsx'

/** Where the criteria stand: a draft, in review, in force and frozen, or superseded. */
const Standing = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const zone = useTimeZone()
  const frozen = { title: fill(t.frozen, { date: typeof row['approvedAt'] === 'string' ? formatTimestamp(row['approvedAt'], locale, zone) : '' }), text: <HashText text={t.frozenText} hash={String(row['frozenHash'])} /> }
  switch (row['state']) {
    case 'approved':
      return <Alert className="rk-notice rk-hash" type="success" showIcon title={frozen.title} description={frozen.text} />
    case 'superseded':
      return <Alert className="rk-notice rk-hash" type="info" showIcon title={`${frozen.title} · ${t.superseded}`} description={frozen.text} />
    case 'inReview':
      return <Alert className="rk-notice" type="info" showIcon title={t.inReview} description={t.inReviewText} />
    default:
      return <Alert className="rk-notice" type="warning" showIcon title={t.draft} description={t.draftText} />
  }
}

/** The criteria to read from top to bottom, and to edit part by part while they are a draft. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.criteria
  const editable = row['state'] === 'draft' && row.allowed.includes('update')
  const texts = [[t.appetite, row['appetite'], t.appetiteHelp], [t.performing, row['performing'], t.performingHelp]] as const
  return (
    <div className="rk-criteria">
      <Standing row={row} />
      <AcceptanceSection row={row} editable={editable} />
      <MethodSection key={String(row['definitionHash'])} row={row} editable={editable} />
      <ScalesSection row={row} editable={editable} />
      <AreasSection row={row} editable={editable} />
      <Section title={t.texts}>
        <dl className="rk-texts">
          {texts.map(([title, text, help]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{typeof text === 'string' ? <span className="hg-prose">{text}</span> : <span className="hg-muted">{t.noText} {help}</span>}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  )
}
