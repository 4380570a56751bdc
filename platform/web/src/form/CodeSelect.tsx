import { Select } from 'antd'
import { useKitText } from '../text/text.ts'
import type { ControlAria } from './controlAria.ts'
import { useVocabulary, type VocabularyTerm } from '../text/useVocabulary.ts'

export interface CodeSelectProps extends ControlAria {
  readonly id?: string
  readonly vocabulary: string | undefined
  readonly value?: string | readonly string[] | null
  readonly onChange?: (value: string | string[] | null) => void
  readonly multiple?: boolean
  readonly clearable?: boolean
  readonly extra?: readonly { readonly value: string; readonly text: string }[]
}

interface Option {
  readonly value: string
  readonly label: string
  readonly words: string
}

const optionOf = ({ code, title, words }: Pick<VocabularyTerm, 'code' | 'title' | 'words'>): Option => ({ value: code, label: title, words })

/** Chooses from a vocabulary, under its headings; found by title in either language, code and aliases. */
export const CodeSelect = ({ id, vocabulary, value, onChange, multiple, clearable = true, extra = [], ...aria }: CodeSelectProps) => {
  const t = useKitText()
  const { terms, loading } = useVocabulary(vocabulary)
  const groups = new Map<string, Option[]>()
  for (const term of terms) groups.set(term.group ?? '', [...(groups.get(term.group ?? '') ?? []), optionOf(term)])
  const grouped = [...groups].flatMap<unknown>(([label, options]) => (label === '' ? options : [{ label, title: label, options }]))
  return (
    <Select<string | string[], Option>
      {...(id === undefined ? {} : { id })}
      {...aria}
      {...(multiple === true ? { mode: 'multiple' as const } : {})}
      value={multiple === true ? [...((value ?? []) as readonly string[])] : ((value ?? null) as never)}
      allowClear={clearable}
      loading={loading}
      placeholder={t.form.choose}
      showSearch={{ filterOption: (words, option) => option?.words?.includes(words.toLowerCase()) ?? false }}
      options={[...extra.map(({ value: code, text }) => optionOf({ code, title: text, words: text })), ...grouped] as unknown as Option[]}
      onChange={(next) => onChange?.(next === undefined ? null : next)}
    />
  )
}
