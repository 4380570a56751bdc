import { CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { fieldLabel, useKitText, useText, type NounKit } from '@heng/web-kit'
import { Button, Select } from 'antd'
import type { Mapping } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { uncovered, withDefault } from './draft.ts'
import { ValueText } from './ValueText.tsx'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** Values that new records get where the file says nothing; required fields without a column stand first and must have one. */
export const Defaults = ({ kit, details, mapping, onChange }: Props) => {
  const t = useText(messages).page.map
  const kitText = useKitText()
  const missing = uncovered(mapping, kit.noun.fields, details.fields)
  const others = Object.keys(mapping.defaults).filter((name) => !missing.includes(name))
  const label = (name: string) => fieldLabel(kit.text, kitText, name)
  const line = (name: string, required: boolean) => (
    <li key={name}>
      <span>
        {label(name)} {required && <span className="hg-required">{t.required}</span>}
      </span>
      <ValueText kit={kit} name={name} labels={details.labels} aria-label={label(name)} value={mapping.defaults[name] === '' ? undefined : mapping.defaults[name]} onChange={(text) => onChange(withDefault(mapping, name, text ?? (required ? undefined : '')))} />
      {!required && <Button type="text" icon={<CloseOutlined />} aria-label={fill(t.removeDefault, { field: label(name) })} onClick={() => onChange(withDefault(mapping, name, undefined))} />}
    </li>
  )
  const free = details.fields.filter((name) => !details.further.some((one) => one.name === name) && !missing.includes(name) && !others.includes(name))
  return (
    <section className="im-card" aria-labelledby="im-defaults">
      <h2 id="im-defaults">{t.defaults}</h2>
      <p className="hg-muted">{t.defaultsHelp}</p>
      {missing.length > 0 && (
        <p className="im-warning">
          {t.missing} {t.missingHelp}
        </p>
      )}
      <ul className="im-values">
        {missing.map((name) => line(name, true))}
        {others.map((name) => line(name, false))}
      </ul>
      <Select
        className="im-add"
        aria-label={t.addDefault}
        placeholder={t.addDefault}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={free.map((name) => ({ value: name, label: label(name) }))}
        onChange={(name: string | null) => name !== null && onChange(withDefault(mapping, name, ''))}
      />
    </section>
  )
}
