import type { Label } from '@heng/contract'
import { Select, type RefSelectProps } from 'antd'
import { useState, type Ref } from 'react'
import { useNounNamed } from '../app/nounKit.ts'
import { errorWords } from '../feedback/errorText.ts'
import { useKitText } from '../text/text.ts'
import { PersonName } from '../values/PersonName.tsx'
import type { ControlAria } from './controlAria.ts'
import { optionOfLabel, useOptions, type RecordOption } from './useOptions.ts'

export interface RecordSelectProps extends ControlAria {
  readonly id?: string
  readonly target: string | undefined
  /** An id, or several with `multiple`. */
  readonly value?: string | readonly string[] | null
  readonly onChange?: (value: string | string[] | null) => void
  readonly multiple?: boolean
  /** Names of the records already chosen. */
  readonly labels?: Readonly<Record<string, Label>>
  readonly clearable?: boolean
  /** Choices before those found, such as “not given”. */
  readonly extra?: readonly RecordOption[]
  readonly ref?: Ref<RefSelectProps>
}

/** Chooses records of another noun by searching its register; persons and units are nouns like any other. */
export const RecordSelect = ({ id, target, value, onChange, multiple, labels, clearable = true, extra = [], ref, ...aria }: RecordSelectProps) => {
  const t = useKitText()
  const kit = useNounNamed(target)
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState(false)
  // Names met in the list stay known after the list moves on, so that a choice keeps its name.
  const [met, setMet] = useState<Readonly<Record<string, RecordOption>>>({})
  const { options, loading, error } = useOptions(kit, words, opened)
  const chosen = value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value
  const found = [...extra, ...options]
  const known = new Map(found.map((option) => [option.value, option]))
  const kept = chosen.filter((one) => !known.has(one)).map((one) => met[one] ?? optionOfLabel(one, labels?.[one], t.values.hidden))
  const render = (option: RecordOption) => (target === 'person' ? <PersonName name={option.text} /> : option.text)
  return (
    <Select<string | string[], { value: string; label: React.ReactNode; title: string; option: RecordOption }>
      {...(id === undefined ? {} : { id })}
      {...(ref === undefined ? {} : { ref })}
      {...aria}
      {...(multiple === true ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})}
      value={multiple === true ? [...chosen] : (chosen[0] ?? (null as never))}
      disabled={kit === undefined}
      placeholder={kit === undefined ? t.form.noRoom : t.form.searchToChoose}
      allowClear={clearable}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={loading}
      notFoundContent={error === null ? (loading ? t.loading : t.form.nothingFound) : errorWords(error, t).message}
      options={[...found, ...kept].map((option) => ({ value: option.value, label: render(option), title: option.text, option }))}
      optionRender={({ data }) => (
        <span className="hg-option">
          <span className="hg-ellipsis">{data.label}</span>
          {data.option.reference !== null && <span className="hg-reference">{data.option.reference}</span>}
        </span>
      )}
      onOpenChange={(open) => {
        if (open) setOpened(true)
        else setWords('')
      }}
      onChange={(next, option) => {
        const options = Array.isArray(option) ? option : option === undefined ? [] : [option]
        setMet((before) => ({ ...before, ...Object.fromEntries(options.flatMap((one) => (one.option === undefined ? [] : [[one.value, one.option]]))) }))
        onChange?.(next === undefined ? null : next)
      }}
    />
  )
}
