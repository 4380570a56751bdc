import { fieldLabel, useKitText, useLocale, useText, type NounKit } from '@heng/web-kit'
import { Checkbox, Radio } from 'antd'
import type { Mapping, MatchKey } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { usable } from './draft.ts'
import { Refused } from './Refused.tsx'
import { refusedProps, type Refusal } from './refusal.ts'

interface Props {
  readonly kit: NounKit
  readonly keys: readonly MatchKey[]
  readonly mapping: Mapping
  readonly refusal: Refusal
  readonly onChange: (mapping: Mapping) => void
  readonly disabled: boolean
}

/** How rows find records that are there, and what becomes of those that do and of those that do not. */
export const KeyChoice = ({ kit, keys, mapping, refusal, onChange, disabled }: Props) => {
  const t = useText(messages).page.map
  const kitText = useKitText()
  const locale = useLocale()
  const nameOf = ({ fields, title }: MatchKey) => title?.[locale] ?? fields.toReversed().map((field) => fieldLabel(kit.text, kitText, field)).join(t.keyJoin)
  const choices = [...keys.map((key) => ({ value: key.fields.join(), label: nameOf(key), disabled: !usable(mapping, key) })), { value: '', label: t.keyNone }]
  const { status: _, ...refused } = { status: undefined, ...refusedProps(refusal, 'key') }
  const set = (change: Partial<Mapping>) => onChange({ ...mapping, ...change })
  return (
    <fieldset className="im-card" disabled={disabled}>
      <legend>{t.key}</legend>
      <p className="hg-muted">{t.keyHelp}</p>
      <Radio.Group
        className="im-radios"
        {...refused}
        aria-label={t.key}
        vertical
        disabled={disabled}
        value={mapping.matchBy.join()}
        options={choices}
        onChange={(event) => set({ matchBy: [...(keys.find(({ fields }) => fields.join() === event.target.value)?.fields ?? [])] })}
      />
      <Refused refusal={refusal} place="key" />
      {mapping.matchBy.length > 0 && (
        <div className="im-choices">
          <Choice label={t.onMatch} value={mapping.onMatch} options={[['update', t.update], ['skip', t.skip]]} disabled={disabled} onChange={(onMatch) => set({ onMatch })} />
          <Choice label={t.onMissing} value={mapping.onMissing} options={[['create', t.create], ['skip', t.skip]]} disabled={disabled} onChange={(onMissing) => set({ onMissing })} />
          <Checkbox checked={mapping.keepEmpty} disabled={disabled} onChange={(event) => set({ keepEmpty: event.target.checked })}>
            {t.keepEmpty}
          </Checkbox>
        </div>
      )}
    </fieldset>
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly (readonly [V, string])[]
  readonly disabled: boolean
  readonly onChange: (value: V) => void
}
const Choice = <V extends string>({ label, value, options, disabled, onChange }: ChoiceProps<V>) => (
  <div className="im-choice">
    <span>{label}</span>
    <Radio.Group aria-label={label} size="small" optionType="button" disabled={disabled} value={value} options={options.map(([one, words]) => ({ value: one, label: words }))} onChange={(event) => onChange(event.target.value as V)} />
  </div>
)
