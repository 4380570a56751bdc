import { fieldLabel, useKitText, useText, type NounKit } from '@heng/web-kit'
import { fill } from '@heng/contract'
import { Select } from 'antd'
import type { Mapping } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { examplesOf, fieldOf, withField } from './draft.ts'
import { Refused } from './Refused.tsx'
import { refusedProps, type Refusal } from './refusal.ts'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly mapping: Mapping
  readonly refusal: Refusal
  readonly onChange: (mapping: Mapping) => void
  readonly disabled: boolean
}

/** Every column of the file with examples and the field that it becomes. */
export const ColumnTable = ({ kit, details, mapping, refusal, onChange, disabled }: Props) => {
  const t = useText(messages).page.map
  const kitText = useKitText()
  const { reading, proposal, fields, keys } = details
  const options = [{ value: '', label: t.ignore }, ...['reference', ...fields].map((name) => ({
    value: name, label: fieldLabel(kit.text, kitText, name) + (kit.noun.fields[name]?.required === true ? ` · ${t.required}` : ''),
  }))]
  return (
    <table className="im-columns">
      <thead>
        <tr>
          <th scope="col">{t.column}</th>
          <th scope="col">{t.sample}</th>
          <th scope="col">{t.field}</th>
        </tr>
      </thead>
      <tbody>
        {reading.header.map((name, column) => {
          const field = fieldOf(mapping, column)
          const guess = proposal[column]
          const label = name === '' ? fill(t.unnamed, { column: column + 1 }) : name
          return (
            // A header may hold the same name twice, so the place is the identity.
            <tr key={`${column} ${name}`} data-taken={field !== undefined}>
              <th scope="row">{label}</th>
              <td className="im-examples">
                {examplesOf(reading.sample, column).map((text) => (
                  <span key={text} className="im-example" title={text}>
                    {text}
                  </span>
                ))}
              </td>
              <td className="im-field">
                <Select
                  {...refusedProps(refusal, `column ${column}`)}
                  aria-label={fill(t.fieldFor, { column: label })}
                  value={field ?? ''}
                  options={options}
                  disabled={disabled}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(next) => onChange(withField(mapping, column, next === '' ? null : next, keys))}
                />
                <span className="im-confidence">
                  {field !== undefined && guess?.field === field && guess.confidence !== null ? t.confidence[guess.confidence] : field === undefined && guess?.computed != null ? t.computed : ''}
                </span>
                <Refused refusal={refusal} place={`column ${column}`} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
