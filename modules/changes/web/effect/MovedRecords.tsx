import { OrgLink, useNounNamed } from '@heng/web-kit'
import type { Effect, MovedRecord } from '../../contract/index.ts'
import { FieldChanges } from '../FieldChanges.tsx'
import { useWords } from '../words.ts'

/** Every record that would be another: what follows from the changes, then the changes themselves. */
export const MovedRecords = ({ effect }: { readonly effect: Effect }) => {
  const t = useWords().page.effect
  const follow = effect.records.filter((r) => !r.isItem)
  const own = effect.records.filter((r) => r.isItem)
  return (
    <>
      <section>
        <h3>{t.follow} <span className="hg-muted">{follow.length}</span></h3>
        <p className="hg-muted">{follow.length === 0 ? t.nothingAtAll : t.followText}</p>
        <Records records={follow} labels={effect.labels} />
      </section>
      {own.length > 0 && (
        <details className="ch-own">
          <summary>{t.own} <span className="hg-muted">{own.length}</span></summary>
          <Records records={own} labels={effect.labels} />
        </details>
      )}
    </>
  )
}

const Records = ({ records, labels }: { readonly records: readonly MovedRecord[]; readonly labels: Effect['labels'] }) => (
  <ul className="ch-records">
    {records.map((record) => <Moved key={`${record.noun} ${record.id}`} record={record} labels={labels} />)}
  </ul>
)

const Moved = ({ record, labels }: { readonly record: MovedRecord; readonly labels: Effect['labels'] }) => {
  const t = useWords().page.effect
  const kit = useNounNamed(record.noun)
  return (
    <li className="ch-item">
      <div className="ch-item-bar">
        <span className="ch-item-head">
          <span className="hg-muted">{kit?.text.one ?? record.noun}</span>
          {record.reference !== null && <span className="hg-reference">{record.reference}</span>}
          {record.change === 'created' || kit === undefined ? <b>{record.label}</b> : <OrgLink to={`${kit.path}/${record.id}`}>{record.label}</OrgLink>}
          {record.change !== 'updated' && <span className="ch-action" data-action={record.change}>{t.changed[record.change]}</span>}
        </span>
      </div>
      <FieldChanges noun={record.noun} changes={record.changes} labels={labels} isNew={record.change === 'created'} />
    </li>
  )
}
