import './changes.css'
import { fill } from '@heng/contract'
import { formatDate, OrgLink, RecordPage, StatusTag, useLocale, type AnyRecord, type Tone } from '@heng/web-kit'
import { changeSet, type ChangeSetState } from '../contract/index.ts'
import { useWords } from './words.ts'

const tones: Readonly<Record<ChangeSetState, Tone>> = { draft: 'progress', inReview: 'progress', approved: 'good', rejected: 'bad', applied: 'good', reverted: 'neutral', withdrawn: 'neutral' }

export const Component = () => <RecordPage noun={changeSet} summary={(row) => <Summary row={row} />} />

/** Where a set stands and what it is for, above whatever is looked at. */
const Summary = ({ row }: { readonly row: AnyRecord }) => {
  const { nouns: { changeSet: words }, page: t } = useWords()
  const locale = useLocale()
  const state = row['state'] as ChangeSetState
  const linked = (['reverses', 'revertedBy'] as const).flatMap((field) => {
    const id = row[field]
    return typeof id === 'string' ? [{ field, id, label: row.labels[id]?.reference ?? '' }] : []
  })
  return (
    <div className="ch-summary">
      <StatusTag tone={tones[state]}>{words.values.state[state]}</StatusTag>
      {typeof row['plannedOn'] === 'string' && <span className="hg-muted">{fill(t.planned.due, { day: formatDate(row['plannedOn'], locale) })}</span>}
      {linked.map(({ field, id, label }) => <span key={id} className="hg-muted">{words.fields[field]} <OrgLink to={`change-sets/${id}`}>{label}</OrgLink></span>)}
      {typeof row['purpose'] === 'string' && <p>{row['purpose']}</p>}
    </div>
  )
}
