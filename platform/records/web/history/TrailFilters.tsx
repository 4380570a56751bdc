import { DateInput, RecordSelect, useNouns, useOrg, useNounNamed } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { useWords } from '../text.ts'
import type { TrailFilter } from './trailFilter.ts'

/** Register, person and period of the audit trail. */
export const TrailFilters = ({ filter, onChange }: { readonly filter: TrailFilter; readonly onChange: (patch: Partial<TrailFilter>) => void }) => {
  const t = useWords().history
  const id = useId()
  const nouns = useNouns()
  const labels = usePersonLabel(filter.actor)
  const options = [
    ...nouns.map(({ noun, text }) => ({ value: noun.name, label: text.one })),
    ...Object.entries(t.others).map(([value, { one }]) => ({ value, label: one })),
  ]
  const narrowed = filter.nouns.length > 0 || filter.actor !== undefined || filter.from !== undefined || filter.to !== undefined
  return (
    <div className="rec-filters" role="search">
      <div className="rec-filter-wide">
        <label htmlFor={`${id}-nouns`}>{t.filters.nouns}</label>
        <Select
          id={`${id}-nouns`} mode="multiple" maxTagCount="responsive" allowClear placeholder={t.filters.all} value={[...filter.nouns]}
          options={options} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string[]) => onChange({ nouns: next })}
        />
      </div>
      <div className="rec-filter-wide">
        <label htmlFor={`${id}-actor`}>{t.filters.actor}</label>
        <RecordSelect
          id={`${id}-actor`} target="person" value={filter.actor ?? null} labels={labels}
          extra={[{ value: 'system', text: t.systemFilter, reference: null }]}
          onChange={(next) => onChange({ actor: (next as string | null) ?? undefined })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-from`}>{t.filters.from}</label>
        <DateInput id={`${id}-from`} value={filter.from ?? null} onChange={(from) => onChange({ from: from ?? undefined })} />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{t.filters.to}</label>
        <DateInput id={`${id}-to`} value={filter.to ?? null} onChange={(to) => onChange({ to: to ?? undefined })} />
      </div>
      {narrowed && <Button type="text" onClick={() => onChange({ nouns: [], actor: undefined, from: undefined, to: undefined })}>{t.filters.clear}</Button>}
    </div>
  )
}

/** Name of the person in the address, for a page that was opened by a link. */
const usePersonLabel = (id: string | undefined) => {
  const kit = useNounNamed('person')
  const org = useOrg()
  const known = id !== undefined && id !== 'system' && kit !== undefined
  const { data } = useQuery({ queryKey: ['person', 'label', org, id], queryFn: () => kit!.api.get.call({ org, id: id! }), enabled: known })
  const row = data as { name?: unknown; reference: string } | undefined
  return id === undefined || row === undefined ? {} : { [id]: { text: String(row.name), reference: row.reference } }
}
