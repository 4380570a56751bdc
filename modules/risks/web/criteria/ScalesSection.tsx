import './criteria.css'
import type { Locale } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { LevelTag, useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { Input } from 'antd'
import { useState } from 'react'
import type { Scales } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { ownWords } from '../base/useMethod.ts'
import { Section } from './Section.tsx'
import { useSaveCriteria } from './useSaveCriteria.ts'

type Steps = Scales['factors'][string]

export const scaleTitle = (definition: MethodDefinition, id: string, locale: Locale): string =>
  [...definition.factors, ...definition.stages].find((f) => f.id === id)?.title[locale] ?? id

export const stepName = (definition: MethodDefinition, id: string, value: number, locale: Locale): string => {
  const factor = definition.factors.find((f) => f.id === id)
  return (factor?.levels ?? (factor === undefined ? definition.levels : [])).find((l) => l.value === value)?.title[locale] ?? ''
}

/** In the order in which the method uses them. */
const inReadingOrder = (definition: MethodDefinition, { factors }: Scales): [string, Steps][] =>
  [...definition.factors, ...definition.stages].flatMap(({ id }) => (factors[id] === undefined ? [] : [[id, factors[id]] as [string, Steps]]))

/** What each step of each scale means here, so that two people rate alike; in a draft in the words of the organisation. */
export const ScalesSection = ({ row, editable }: { readonly row: AnyRecord; readonly editable: boolean }) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const definition = row['definition'] as MethodDefinition
  const stored = row['scales'] as Scales
  const [draft, setDraft] = useState<Scales>()
  const { save, busy } = useSaveCriteria(row)
  const scales = draft ?? stored
  const change = (id: string, value: number, language: Locale, words: string) =>
    setDraft({ ...scales, factors: { ...scales.factors, [id]: scales.factors[id]!.map((s) => (s.value === value ? { ...s, text: { ...s.text, [language]: words } } : s)) } })
  return (
    <Section
      title={t.scales}
      edit={!editable ? undefined : {
        on: draft !== undefined, busy, start: () => setDraft(stored), cancel: () => setDraft(undefined),
        save: () => void save({ scales }).then((ok) => ok && setDraft(undefined)),
      }}
    >
      <div className="rk-scales">
        {inReadingOrder(definition, scales).map(([id, steps]) => (
          <ScaleTable
            key={id} title={scaleTitle(definition, id, locale)} steps={steps} nameOf={(value) => stepName(definition, id, value, locale)}
            onChange={draft === undefined ? undefined : (value, language, words) => change(id, value, language, words)}
          />
        ))}
      </div>
    </Section>
  )
}

interface ScaleTableProps {
  readonly title: string
  readonly steps: Steps
  readonly nameOf: (value: number) => string
  readonly onChange?: ((value: number, language: Locale, words: string) => void) | undefined
}

/** One scale: each step with its name and what it means; with `onChange` to be written in both languages. */
export const ScaleTable = ({ title, steps, nameOf, onChange }: ScaleTableProps) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const area = (value: number, language: Locale, words: string, label: string) => (
    <Input.TextArea value={words} autoSize maxLength={1_000} aria-label={`${title} ${value} ${label}`} onChange={(event) => onChange?.(value, language, event.target.value)} />
  )
  return (
    <table className="rk-table rk-scale">
      <caption>{title}</caption>
      <thead className={onChange === undefined ? 'hg-visually-hidden' : undefined}>
        <tr>
          <th scope="col">{t.value}</th>
          {onChange === undefined ? <th scope="col">{t.meaning}</th> : <><th scope="col">{t.inEnglish}</th><th scope="col">{t.inChinese}</th></>}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ value, text }) => (
          <tr key={value}>
            <th scope="row">
              <LevelTag value={value} max={steps.length} label={nameOf(value)} />
            </th>
            {onChange === undefined ? <td>{ownWords(text, locale)}</td> : <><td>{area(value, 'en', text.en, t.inEnglish)}</td><td>{area(value, 'zh-CN', text['zh-CN'], t.inChinese)}</td></>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
