import { useText, valueLabel } from '@heng/web-kit'
import { Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import type { TableOptions } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

export const emptyTable: TableOptions = {
  nameEn: null,
  nameZh: null,
  editionEn: null,
  editionZh: null,
  version: '1',
  publisher: null,
  licence: 'unknown',
  licenceNote: null,
}

interface Props {
  readonly value: TableOptions
  readonly onChange: (value: TableOptions) => void
}

/** What a table does not say about itself: its name, edition, publisher and licence. */
export const TableForm = ({ value, onChange }: Props) => {
  const text = useText(messages)
  const t = text.page.importing
  const field = (key: 'nameEn' | 'nameZh' | 'editionEn' | 'editionZh' | 'publisher' | 'licenceNote') => (
    <Labelled label={t[key]}>
      {(id) => (
        <Input
          id={id}
          value={value[key] ?? ''}
          maxLength={200}
          onChange={(e) => onChange({ ...value, [key]: e.target.value === '' ? null : e.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <fieldset className="fw-table-form">
      <legend>{t.tableTitle}</legend>
      <p className="hg-help">{t.tableHelp}</p>
      <div className="fw-fields">
        {field('nameEn')}
        {field('nameZh')}
        {field('editionEn')}
        {field('editionZh')}
        <Labelled label={t.version}>
          {(id) => <Input id={id} value={value.version} maxLength={60} onChange={(e) => onChange({ ...value, version: e.target.value })} />}
        </Labelled>
        {field('publisher')}
        <Labelled label={t.licence}>
          {(id) => (
            <Select<TableOptions['licence']>
              id={id}
              value={value.licence}
              options={(['ownWording', 'verbatim', 'stated', 'unknown'] as const).map((one) => ({
                value: one,
                label: valueLabel(text.nouns.framework, 'licence', one),
              }))}
              onChange={(licence) => onChange({ ...value, licence })}
            />
          )}
        </Labelled>
        {field('licenceNote')}
      </div>
    </fieldset>
  )
}

const Labelled = ({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) => {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="hg-label">
        {label}
      </label>
      {children(id)}
    </div>
  )
}
