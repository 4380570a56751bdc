import { CloseOutlined } from '@ant-design/icons'
import { fill, type Label } from '@heng/contract'
import { useQueries } from '@tanstack/react-query'
import type { NounKit } from '../app/nounKit.ts'
import { useRegistry } from '../app/registry.ts'
import { registerApi } from '../client/registerApi.ts'
import { useOrg, useOrganisation } from '../client/session.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { CodeList } from '../values/CodeText.tsx'
import { filterValueText } from './filterText.ts'
import { notGiven } from './range.ts'
import type { ListState } from './urlState.ts'

/** Names of records that only the filter refers to, so that a shared link can say whom it filters by. */
export const useFilterLabels = (kit: NounKit, state: ListState, known: Readonly<Record<string, Label>>): Readonly<Record<string, Label>> => {
  const org = useOrg()
  const { nouns } = useRegistry()
  const wanted = Object.entries(state.filter).flatMap(([name, values]) => {
    const target = kit.noun.fields[name]?.target
    const entry = target === undefined ? undefined : nouns.get(target)
    return entry === undefined ? [] : values.filter((value) => value !== notGiven && known[value] === undefined).map((id) => ({ entry, id }))
  })
  const found = useQueries({
    queries: wanted.map(({ entry, id }) => ({ ...registerApi(entry.noun, entry.path).get.queryOptions({ input: { org, id } }), staleTime: 300_000 })),
  })
  const extra = wanted.flatMap(({ entry, id }, index) => {
    const row = found[index]?.data as Readonly<Record<string, unknown>> | undefined
    return row === undefined ? [] : [[id, { text: String(row[entry.noun.label]), reference: String(row['reference']) }] as const]
  })
  return extra.length === 0 ? known : { ...known, ...Object.fromEntries(extra) }
}

export interface FilterChipsProps {
  readonly kit: NounKit
  readonly state: ListState
  readonly labels: Readonly<Record<string, Label>>
  readonly onFilter: (name: string, values: readonly string[]) => void
  readonly onClear: () => void
}

/** The filters in force, each removable, above the list. */
export const FilterChips = ({ kit, state, labels, onFilter, onClear }: FilterChipsProps) => {
  const t = useKitText()
  const locale = useLocale()
  const { currency } = useOrganisation()
  const entries = Object.entries(state.filter)
  if (entries.length === 0) return null
  return (
    <ul className="hg-chips" aria-label={t.register.filters}>
      {entries.map(([name, values]) => {
        const label = fieldLabel(kit.text, t, name)
        const field = kit.noun.fields[name]
        const words = values.map((value) => filterValueText(name, kit.noun.fields[name], value, { text: kit.text, t, locale, labels, currency }))
        return (
          <li key={name} className="hg-chip">
            <span>
              <span className="hg-muted">{label}</span> {field?.kind === 'code' ? <CodeList codes={values} vocabulary={field.vocabulary} notGiven={notGiven} /> : words.join(t.values.separator)}
            </span>
            <button type="button" aria-label={fill(t.register.removeFilter, { label })} onClick={() => onFilter(name, [])}>
              <CloseOutlined />
            </button>
          </li>
        )
      })}
      <li>
        <button type="button" className="hg-text-button" onClick={onClear}>
          {t.register.clearFilters}
        </button>
      </li>
    </ul>
  )
}
