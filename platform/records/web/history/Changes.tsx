import { FieldValue, fieldLabel, formatNumber, NotGiven, TimeText, DateText, useKitText, useLocale, useNounNamed, type NounKit } from '@heng/web-kit'
import type { Label } from '@heng/contract'
import type { ReactNode } from 'react'
import { formatSize } from '../files/size.ts'
import { useWords } from '../text.ts'
import { textDiff } from './textDiff.ts'
import '../records.css'

export interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}
type Labels = Readonly<Record<string, Label>>

export interface ChangesProps {
  /** Noun whose fields these are; unknown nouns show keys and plain values. */
  readonly noun: string
  readonly changes: readonly Change[]
  readonly labels: Labels
  /** A new record has no “before”, a removed one no “after”. */
  readonly only?: 'before' | 'after'
  readonly heads?: { readonly before: string; readonly after: string }
}

/** Fields that changed, before and after, in the words of their noun. */
export const Changes = ({ noun, changes, labels, only, heads }: ChangesProps) => {
  const t = useWords().history
  const nameOf = useFieldNames(noun)
  const value = useFieldValue(noun, labels)
  const fields = useNounNamed(noun)?.noun.fields
  // References and codes are texts, too, but nothing to compare word by word.
  const isProse = (field: string) => fields === undefined ? field === 'body' || field === 'description' : /^(text|longText)$/.test(fields[field]?.kind ?? '')
  return (
    <div className="rec-changes" role="table">
      <div role="row" className="hg-visually-hidden">
        <span role="columnheader">{t.field}</span>
        {only !== 'after' && <span role="columnheader">{heads?.before ?? t.before}</span>}
        {only !== 'before' && <span role="columnheader">{heads?.after ?? t.after}</span>}
      </div>
      {changes.map(({ field, before, after }) => (
        <div key={field} role="row" className={only === undefined ? 'rec-change' : 'rec-change rec-change-one'}>
          <span role="rowheader" className="rec-change-field">{nameOf(field)}</span>
          {only === undefined && isProse(field) && isText(before) && isText(after) && before.length + after.length > 60 ? (
            <span role="cell" className="rec-change-text"><TextDiff before={before} after={after} /></span>
          ) : (
            <>
              {only !== 'after' && <span role="cell" className="rec-change-before">{value(field, before)}</span>}
              {only === undefined && <span aria-hidden="true" className="rec-change-arrow">→</span>}
              {only !== 'before' && <span role="cell" className="rec-change-after">{value(field, after)}</span>}
            </>
          )}
        </div>
      ))}
    </div>
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

const TextDiff = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <span className="hg-prose">
    {textDiff(before, after).map(({ kind, text }, i) =>
      kind === 'same' ? <span key={i}>{text}</span> : kind === 'removed' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>,
    )}
  </span>
)

type Others = Readonly<Record<string, { readonly one: string; readonly fields: Readonly<Record<string, string>> }>>

/** Names of a noun's fields, of registers and of what else leaves a history. */
export const useFieldNames = (noun: string): ((field: string) => string) => {
  const kit = useNounNamed(noun)
  const kitText = useKitText()
  const others: Others = useWords().history.others
  return (field) => (kit === undefined ? (others[noun]?.fields[field] ?? field) : fieldLabel(kit.text, kitText, field))
}

/** Shows a value as its field is shown everywhere; what no noun knows is shown plainly. */
export const useFieldValue = (noun: string, labels: Labels): ((field: string, value: unknown) => ReactNode) => {
  const kit = useNounNamed(noun)
  return (field, value) => <AnyValue kit={kit} field={field} value={value} labels={labels} />
}

const AnyValue = ({ kit, field, value, labels }: { readonly kit: NounKit | undefined; readonly field: string; readonly value: unknown; readonly labels: Labels }) => {
  const known = kit?.noun.fields[field]
  if (kit !== undefined && known !== undefined && (known.kind !== 'json' || (kit.json[field] !== undefined && value != null))) return <FieldValue kit={kit} name={field} value={value} labels={labels} />
  // What a room tells of its records beside their fields, it words itself.
  if (known === undefined && value != null && kit?.json[field] !== undefined) return <>{kit.json[field](value, labels)}</>
  return <PlainValue field={field} value={value} />
}

/** A value of which only its shape is known. */
export const PlainValue = ({ field, value }: { readonly field: string; readonly value: unknown }) => {
  const kitText = useKitText()
  const locale = useLocale()
  const t = useWords().history
  if (value === null || value === undefined) return <NotGiven />
  if (typeof value === 'boolean') return <>{value ? kitText.values.yes : kitText.values.no}</>
  if (typeof value === 'number') return <span className="hg-figure">{field === 'size' ? formatSize(value, locale) : formatNumber(value, locale)}</span>
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <DateText value={value} />
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return <TimeText value={value} />
    return <span className={/^[0-9a-f]{32,}$/.test(value) ? 'rec-hash' : 'hg-prose'}>{value}</span>
  }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return <>{value.join(kitText.values.separator)}</>
  return (
    <details className="rec-structure">
      <summary>{t.structure}</summary>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </details>
  )
}
