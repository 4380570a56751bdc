import './changes.css'
import { listed } from '@heng/contract'
import { useLocale } from '@heng/web-kit'
import type { ItemAction } from '../contract/index.ts'
import { useSpecial } from './FieldChanges.tsx'
import { useWords } from './words.ts'

export interface ToldItem {
  readonly noun: string
  readonly reference: string | null
  readonly label: string
  readonly action: ItemAction
  readonly after: Readonly<Record<string, unknown>>
}

/** What the history of a set tells of its items: which record, and which of its fields. The values stand in the set and with the records. */
export const ToldItems = ({ items }: { readonly items: readonly ToldItem[] }) => (
  <ul className="ch-told">
    {items.map((item) => <Told key={`${item.noun} ${item.reference ?? item.label}`} item={item} />)}
  </ul>
)

const Told = ({ item }: { readonly item: ToldItem }) => {
  const t = useWords().page.items
  const locale = useLocale()
  const { nameOf } = useSpecial(item.noun, {})
  const fields = Object.keys(item.after).map(nameOf)
  return (
    <li>
      <span className="ch-action">{t.actions[item.action]}</span> {item.reference !== null && <span className="hg-reference">{item.reference}</span>} {item.label}
      {item.action === 'update' && fields.length > 0 && <span className="hg-muted"> · {listed(locale, fields)}</span>}
    </li>
  )
}
