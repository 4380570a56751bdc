import './changes.css'
import { DateText, NotGiven, RecordLink, type FrozenProps } from '@heng/web-kit'
import type { Effect, FrozenItem } from '../contract/index.ts'
import { EffectView } from './effect/EffectView.tsx'
import { FieldChanges } from './FieldChanges.tsx'
import { ItemHead } from './items/ItemCard.tsx'
import { useWords } from './words.ts'

interface Content {
  readonly title: string
  readonly purpose: string | null
  readonly precautions: string | null
  readonly plannedOn: string | null
  readonly owner: string | null
  readonly changes: readonly FrozenItem[]
  readonly effect: Effect | null
}

/** A change set as it was submitted: why, what, and what it was seen to come to, as its approvers read it. */
export const Component = ({ value, labels }: FrozenProps) => {
  const words = useWords()
  const t = words.page.frozen
  const { fields } = words.nouns.changeSet
  const { title, purpose, precautions, plannedOn, owner, changes, effect } = value as Content
  return (
    <div className="ch-effect">
      <dl className="ch-head">
        <div><dt>{fields.title}</dt><dd>{title}</dd></div>
        <div><dt>{fields.plannedOn}</dt><dd>{plannedOn === null ? <NotGiven /> : <DateText value={plannedOn} />}</dd></div>
        <div><dt>{fields.owner}</dt><dd>{owner === null ? <NotGiven /> : <RecordLink id={owner} target="person" labels={labels} />}</dd></div>
        <div><dt>{fields.purpose}</dt><dd>{purpose ?? <NotGiven />}</dd></div>
        <div><dt>{fields.precautions}</dt><dd>{precautions ?? <NotGiven />}</dd></div>
      </dl>
      <section>
        <h3>{t.changes} <span className="hg-muted">{changes.length}</span></h3>
        <ul className="ch-records">
          {changes.map((item) => (
            <li key={item.id} className="ch-item">
              <div className="ch-item-bar"><ItemHead item={item} /></div>
              {item.note !== null && <p className="ch-note">{item.note}</p>}
              <FieldChanges noun={item.noun} changes={item.changes} labels={{ ...labels, ...effect?.labels }} isNew={item.action === 'create'} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t.effect}</h3>
        {effect === null ? <p className="hg-muted">{t.none}</p> : <EffectView effect={effect} />}
      </section>
    </div>
  )
}
