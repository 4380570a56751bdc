import { CloseOutlined } from '@ant-design/icons'
import type { Label } from '@heng/contract'
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useNarrow } from '../app/ThemeProvider.tsx'
import type { NounKit } from '../app/nounKit.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { FilterEditor } from './FilterEditor.tsx'
import type { ListState } from './urlState.ts'

export interface FilterPanelProps {
  readonly kit: NounKit
  readonly state: ListState
  readonly labels: Readonly<Record<string, Label>>
  /** Stands above the fields in a narrow window. */
  readonly head: ReactNode
  readonly onFilter: (name: string, values: readonly string[]) => void
  readonly onClear: () => void
  readonly onClose: () => void
}

/** All fields that can be filtered, each with its editor; beside the list, or over it when the window is narrow. */
export const FilterPanel = (props: FilterPanelProps) => {
  const t = useKitText()
  const narrow = useNarrow()
  if (narrow)
    return (
      <Drawer open onClose={props.onClose} title={t.register.filters} size={340} closable={{ 'aria-label': t.actions.close }} extra={<ClearButton {...props} />}>
        {props.head}
        <Fields {...props} />
      </Drawer>
    )
  return (
    <aside className="hg-filters" aria-label={t.register.filters}>
      <div className="hg-filters-head">
        <h2>{t.register.filters}</h2>
        <ClearButton {...props} />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t.actions.close} onClick={props.onClose} />
      </div>
      <Fields {...props} />
    </aside>
  )
}

const ClearButton = ({ state, onClear }: FilterPanelProps) => {
  const t = useKitText()
  return Object.keys(state.filter).length === 0 ? null : (
    <Button type="link" size="small" onClick={onClear}>
      {t.register.clearFilters}
    </Button>
  )
}

const Fields = ({ kit, state, labels, onFilter }: FilterPanelProps) => {
  const t = useKitText()
  const fields = Object.entries(kit.noun.fields).filter(([, field]) => field.filterable)
  // Those with a short list of choices are what people filter by: they stand open from the start.
  const openFirst = new Set(fields.filter(([, { kind }]) => kind === 'level' || kind === 'enum' || kind === 'person').slice(0, 4).map(([name]) => name))
  return (
    <div className="hg-filter-list">
      {fields.map(([name, field]) => {
        const values = state.filter[name] ?? []
        const label = fieldLabel(kit.text, t, name)
        return (
          <details key={name} open={values.length > 0 || openFirst.has(name)}>
            <summary>
              {label}
              {values.length > 0 && <span className="hg-filter-count">{values.length}</span>}
            </summary>
            <FilterEditor kit={kit} name={name} field={field} label={label} values={values} labels={labels} onChange={(next) => onFilter(name, next)} />
          </details>
        )
      })}
    </div>
  )
}
