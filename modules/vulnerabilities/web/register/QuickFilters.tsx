import { useListState, useOrganisation, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { quickFilters, quickNames, sameFilter } from './quickFilters.ts'

/** What is asked for most, one press away; the one that the address says is pressed. */
export const QuickFilters = () => {
  const t = useText(messages).flaws.quick
  const { personId } = useOrganisation()
  const [state, change] = useListState()
  const filters = quickFilters(personId)
  return (
    <div className="vn-quick" role="group" aria-label={t.label}>
      {quickNames.map((name) => {
        const filter = filters[name]
        return filter !== undefined && (
          <button key={name} type="button" aria-pressed={sameFilter(filter, state.filter)} onClick={() => change({ filter })}>
            {t[name]}
          </button>
        )
      })}
    </div>
  )
}
