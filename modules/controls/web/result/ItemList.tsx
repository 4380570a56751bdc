import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { Input, Segmented } from 'antd'
import { outcomes, type TestItem } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly items: readonly TestItem[]
  /** Undefined: to read only. */
  readonly onChange?: (place: number, change: Partial<TestItem>) => void
}

/** The items of a sample with their outcomes and notes; by keyboard as a row of radio buttons and a box each. */
export const ItemList = ({ items, onChange }: Props) => {
  const t = useText(messages).tests.result
  const nameOf = ({ place, id }: TestItem) => id ?? `#${place}`
  return (
    <ol className="ct-items" data-read={onChange === undefined}>
      {items.map((item) => (
        <li key={item.place} data-outcome={item.outcome ?? 'open'}>
          <span className="ct-item-name">
            <b>{nameOf(item)}</b>
            {item.id !== null && <span className="hg-muted"> #{item.place}</span>}
          </span>
          {onChange === undefined ? (
            <>
              <span>{item.outcome === null ? '–' : t.outcome[item.outcome]}</span>
              <span className="ct-item-note">{item.note}</span>
            </>
          ) : (
            <>
              <Segmented
                aria-label={fill(t.item, { name: nameOf(item) })}
                value={item.outcome ?? ''}
                options={outcomes.map((outcome) => ({ value: outcome, label: t.outcome[outcome] }))}
                onChange={(outcome) => onChange(item.place, { outcome: outcome as TestItem['outcome'] })}
              />
              <Input
                className="ct-item-note"
                aria-label={fill(t.noteFor, { name: nameOf(item) })}
                placeholder={t.note}
                value={item.note ?? ''}
                maxLength={1_000}
                onChange={(event) => onChange(item.place, { note: event.target.value })}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
