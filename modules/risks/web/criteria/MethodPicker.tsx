import './criteria.css'
import { builtInMethods, type MethodDefinition } from '@heng/engine-risk'
import { fill } from '@heng/contract'
import { useLocale, useText } from '@heng/web-kit'
import { useId } from 'react'
import { messages } from '../../locales/index.ts'
import { useMethod } from '../base/useMethod.ts'

export interface MethodPickerProps {
  readonly value?: MethodDefinition | null
  readonly onChange?: (value: MethodDefinition | null) => void
}

const nameOf = ({ id, version }: MethodDefinition): string => `${id}@${version}`
/** Only a method that Heng brings in several versions says which one it is. */
const versionOf = ({ id, version }: MethodDefinition): string => (builtInMethods.filter((m) => m.id === id).length > 1 ? ` · ${version}` : '')

/** Chooses the method of new criteria: the one in force, or one that Heng brings. */
export const MethodPicker = ({ value, onChange }: MethodPickerProps) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const id = useId()
  const { inForce, chosenMethod } = useMethod()
  const chosen = builtInMethods.find((m) => m.id === chosenMethod)
  const option = (key: string, checked: boolean, next: MethodDefinition | null, title: string, about: string) => (
    <label key={key} className="rk-choice" data-checked={checked}>
      <input type="radio" name={id} checked={checked} onChange={() => onChange?.(next)} />
      <span>
        <b>{title}</b>
        <span className="hg-muted rk-clamp" title={about}>{about}</span>
      </span>
    </label>
  )
  const known = builtInMethods.some((m) => value != null && nameOf(m) === nameOf(value))
  return (
    <div className="rk-choices" role="radiogroup" aria-label={t.method}>
      {value?.status !== 'custom' && (inForce === null ? option('set-up', value == null, null, fill(t.fromSetup, { method: chosen?.title[locale] ?? '…' }), t.fromSetupText) : option('current', value == null, null, fill(t.fromCurrent, { method: inForce.method.definition.title[locale] }), t.fromCurrentText))}
      {value != null && !known && option('own', true, value, value.title[locale], nameOf(value))}
      {/* What was chosen at set-up stands first already. */}
      {builtInMethods.filter((m) => inForce !== null || m !== chosen).map((m) =>
        option(nameOf(m), value != null && nameOf(value) === nameOf(m), m, `${m.title[locale]}${versionOf(m)}${m.status === 'legacy' ? ` · ${t.legacy}` : ''}`, m.note[locale]))}
    </div>
  )
}
