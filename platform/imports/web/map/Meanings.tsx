import { CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { fieldLabel, useKitText, useText, type NounKit } from '@heng/web-kit'
import { Button } from 'antd'
import type { Mapping } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'
import { withMeaning } from './draft.ts'
import { ValueText } from './ValueText.tsx'

interface Props {
  readonly kit: NounKit
  readonly details: Details
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** What was said before about texts of the file, to be changed or taken back. */
export const Meanings = ({ kit, details, mapping, onChange }: Props) => {
  const text = useText(messages).page
  const kitText = useKitText()
  const all = Object.entries(mapping.valueMaps).flatMap(([field, map]) => Object.entries(map).map(([said, means]) => ({ field, said, means })))
  if (all.length === 0) return null
  return (
    <section className="im-card" aria-labelledby="im-meanings">
      <h2 id="im-meanings">{text.map.meanings}</h2>
      <p className="hg-muted">{text.map.meaningsHelp}</p>
      <ul className="im-values">
        {all.map(({ field, said, means }) => {
          const label = fill(text.check.meaningOf, { value: said, field: fieldLabel(kit.text, kitText, field) })
          return (
            <li key={`${field} ${said}`}>
              <span>{label}</span>
              <ValueText kit={kit} name={field} labels={details.labels} mayBeEmpty aria-label={label} value={means} onChange={(next) => onChange(withMeaning(mapping, field, said, next))} />
              <Button type="text" icon={<CloseOutlined />} aria-label={`${text.map.removeMeaning}: ${label}`} onClick={() => onChange(withMeaning(mapping, field, said, undefined))} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
