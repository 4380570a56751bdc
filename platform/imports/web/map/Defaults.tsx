import { CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { fieldLabel, useKitText, useText, type NounKit } from '@heng/web-kit'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Mapping } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { asked, following, uncovered, withDefault } from './draft.ts'
import { Refused } from './Refused.tsx'
import { refusedProps, type Refusal } from './refusal.ts'
import { ValueText } from './ValueText.tsx'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly mapping: Mapping
  readonly refusal: Refusal
  readonly onChange: (mapping: Mapping) => void
}

/** Values that new records get where the file says nothing; required fields without a column stand first, behind what they would follow from. */
export const Defaults = ({ kit, details, mapping, refusal, onChange }: Props) => {
  const t = useText(messages).page.map
  const kitText = useKitText()
  const { implied, fields } = details
  const missing = uncovered(mapping, kit.noun.fields, fields, implied)
  const first = asked(missing, implied)
  const others = Object.keys(mapping.defaults).filter((name) => !first.includes(name))
  const label = (name: string) => fieldLabel(kit.text, kitText, name)
  const given = (name: string) => (mapping.defaults[name] ?? '') !== ''
  const remarkOf = (name: string): ReactNode => {
    const from = implied.find(({ field }) => field === name)?.from
    if (missing.includes(name)) return from !== undefined && given(from) ? <span className="hg-muted">{fill(t.followsFrom, { from: label(from) })}</span> : <span className="hg-required">{t.required}</span>
    const led = implied.find((one) => one.from === name && missing.includes(one.field))
    return led === undefined ? null : <span className="hg-muted">{fill(t.leadsTo, { field: label(led.field) })}</span>
  }
  const follows = (name: string) => implied.some((one) => one.field === name && given(one.from))
  const none: Refusal = { placed: new Map(), rest: [] }
  const line = (name: string, fixed: boolean, why = follows(name) ? none : refusal) => (
    <li key={name}>
      <span>
        {label(name)} {remarkOf(name)}
      </span>
      <ValueText {...refusedProps(why, `default ${name}`)} kit={kit} name={name} labels={details.labels} aria-label={label(name)} value={mapping.defaults[name] === '' ? undefined : mapping.defaults[name]} onChange={(text) => onChange(withDefault(mapping, name, text ?? (fixed ? undefined : '')))} />
      {!fixed && <Button type="text" icon={<CloseOutlined />} aria-label={fill(t.removeDefault, { field: label(name) })} onClick={() => onChange(withDefault(mapping, name, undefined))} />}
      <Refused refusal={why} place={`default ${name}`} />
    </li>
  )
  const free = fields.filter((name) => !details.further.some((one) => one.name === name) && !first.includes(name) && !others.includes(name))
  return (
    <section className="im-card" aria-labelledby="im-defaults">
      <h2 id="im-defaults">{t.defaults}</h2>
      <p className="hg-muted">
        {t.defaultsHelp} {following(mapping, implied).map(({ field, from }) => fill(t.follows, { field: label(field), from: label(from) })).join(' ')}
      </p>
      {missing.length > 0 && (
        <p className="im-warning">
          {t.missing} {t.missingHelp}
        </p>
      )}
      <ul className="im-values">
        {first.map((name) => line(name, true))}
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
