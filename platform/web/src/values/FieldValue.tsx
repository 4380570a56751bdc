import { wordingIn, type Field, type Money, type SomeOf, type Wording } from '@heng/contract'
import type { NounKit } from '../app/nounKit.ts'
import { levelLabel, valueLabel } from '../text/nounText.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { CodeText } from './CodeText.tsx'
import { DateText, TimeText } from './DateText.tsx'
import { LevelTag } from './LevelTag.tsx'
import { MoneyText, NumberText } from './MoneyText.tsx'
import { NotAssessed, NotGiven } from './NotAssessed.tsx'
import { RecordLink, type Labels } from './RecordLink.tsx'

export interface FieldValueProps {
  readonly kit: NounKit
  readonly name: string
  readonly value: unknown
  readonly labels: Labels
  /** In a table line: long texts and lists are cut. */
  readonly dense?: boolean
}

/** The value of any field as its kind is shown everywhere. */
export const FieldValue = (props: FieldValueProps) => {
  const field = props.kit.noun.fields[props.name]
  if (field === undefined) return baseValue(props)
  if (props.value === null || props.value === undefined) return field.kind === 'level' ? <NotAssessed /> : <NotGiven />
  const own = props.kit.json[props.name]
  return own === undefined ? <KindValue {...props} field={field} /> : <>{own(props.value, props.labels)}</>
}

const baseValue = ({ name, value }: FieldValueProps) =>
  name === 'reference' ? <span className="hg-reference">{String(value)}</span> : <TimeText value={value as string | null} />

const KindValue = ({ kit, name, value, labels, dense, field }: FieldValueProps & { readonly field: Field }) => {
  const t = useKitText()
  const locale = useLocale()
  switch (field.kind) {
    case 'level':
      return <LevelTag value={value as number} max={field.max ?? 5} label={levelLabel(kit.text, t, name, value as number, field.max)} />
    case 'boolean':
      return <>{value === true ? t.values.yes : t.values.no}</>
    case 'integer':
    case 'number':
      return <NumberText value={value as number} />
    case 'money':
      return <MoneyText value={value as Money} />
    case 'date':
      return <DateText value={value as string} />
    case 'timestamp':
      return <TimeText value={value as string} />
    case 'enum':
      return <Cut text={valueLabel(kit.text, name, value as string)} />
    case 'code':
      return <CodeText code={value as string} vocabulary={field.vocabulary} />
    case 'tags':
      return <Tags values={(value as readonly string[]).map((one) => valueLabel(kit.text, name, one))} />
    case 'person':
    case 'unit':
    case 'record':
      return <RecordLink id={value as string} target={field.target} labels={labels} />
    case 'records':
      return <Records value={value as readonly string[] | SomeOf} target={field.target} labels={labels} dense={dense} />
    case 'longText':
      return dense === true ? <Cut text={value as string} /> : <span className="hg-prose">{value as string}</span>
    case 'json':
      // A structure says nothing by itself, and its room brought no renderer for it.
      return null
    case 'text': {
      // History and frozen contents keep what is bilingual in both languages.
      const text = wordingIn(locale, value as Wording)
      return dense === true ? <Cut text={text} /> : <span>{text}</span>
    }
  }
}

const Cut = ({ text }: { readonly text: string }) => (
  <span className="hg-ellipsis" title={text}>
    {text}
  </span>
)

const Tags = ({ values }: { readonly values: readonly string[] }) =>
  values.length === 0 ? (
    <NotGiven />
  ) : (
    <span className="hg-tags">
      {values.map((value) => (
        <span key={value} className="hg-tag">
          {value}
        </span>
      ))}
    </span>
  )

const Records = ({ value, target, labels, dense }: { readonly value: readonly string[] | SomeOf; readonly target: string | undefined; readonly labels: Labels; readonly dense: boolean | undefined }) => {
  const { count, first } = 'count' in value ? value : { count: value.length, first: value }
  if (count === 0) return <NotGiven />
  const shown = dense === true ? first.slice(0, 2) : first
  return (
    <span className="hg-records">
      {shown.map((id) => (
        <RecordLink key={id} id={id} target={target} labels={labels} />
      ))}
      {count > shown.length && <span className="hg-muted">+{count - shown.length}</span>}
    </span>
  )
}
