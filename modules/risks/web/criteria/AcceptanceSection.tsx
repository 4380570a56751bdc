import './criteria.css'
import { fill, type Locale } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { LevelTag, Scroll, useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { AcceptanceRule } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Section } from './Section.tsx'
import { useSaveCriteria } from './useSaveCriteria.ts'

interface Draft {
  readonly rules: readonly AcceptanceRule[]
  readonly definition: MethodDefinition
}

/** Which level may be accepted by whom, must be treated or not, and how often it is looked at again; the highest level first. */
export const AcceptanceSection = ({ row, editable }: { readonly row: AnyRecord; readonly editable: boolean }) => {
  const t = useText(messages).pages.criteria
  const stored: Draft = { rules: row['acceptance'] as AcceptanceRule[], definition: row['definition'] as MethodDefinition }
  const [draft, setDraft] = useState<Draft>()
  const { save, busy } = useSaveCriteria(row)
  const { rules, definition } = draft ?? stored
  const change = (level: number, values: Partial<AcceptanceRule>) => setDraft({ definition, rules: rules.map((r) => (r.level === level ? { ...r, ...values } : r)) })
  const rename = (level: number, language: Locale, name: string) =>
    setDraft({ rules, definition: { ...definition, levels: definition.levels.map((l) => (l.value === level ? { ...l, title: { ...l.title, [language]: name } } : l)) } })
  return (
    <Section
      title={t.acceptance}
      edit={!editable ? undefined : {
        on: draft !== undefined, busy, start: () => setDraft(stored), cancel: () => setDraft(undefined),
        save: () => void save({ acceptance: [...rules], definition }).then((ok) => ok && setDraft(undefined)),
      }}
    >
      <AcceptanceTable rules={rules} levels={definition.levels} onChange={draft === undefined ? undefined : change} onRename={draft === undefined ? undefined : rename} />
    </Section>
  )
}

interface TableProps {
  readonly rules: readonly AcceptanceRule[]
  readonly levels: MethodDefinition['levels']
  readonly onChange?: ((level: number, values: Partial<AcceptanceRule>) => void) | undefined
  readonly onRename?: ((level: number, language: Locale, name: string) => void) | undefined
}

/** The rules as a table, the highest level first. */
export const AcceptanceTable = ({ rules, levels, onChange, onRename }: TableProps) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const top = levels.length
  const months = (count: number) => (count === 1 ? t.month : fill(t.months, { count }))
  const nameOf = (level: number) => levels.find((l) => l.value === level)?.title
  const choice = <K extends 'acceptBy' | 'treatment'>(rule: AcceptanceRule, key: K, words: Readonly<Record<string, string>>) =>
    onChange === undefined ? words[rule[key]] : (
      <Select<string> className="rk-select" aria-label={`${t.level} ${rule.level}`} value={rule[key]} options={Object.entries(words).map(([value, label]) => ({ value, label }))} onChange={(value) => onChange(rule.level, { [key]: value })} />
    )
  const span = (rule: AcceptanceRule, key: 'reviewMonths' | 'validMonths', label: string) =>
    onChange === undefined ? months(rule[key]) : <InputNumber min={1} max={60} value={rule[key]} aria-label={`${label} ${rule.level}`} onChange={(value) => onChange(rule.level, { [key]: value ?? 1 })} />
  return (
    <Scroll label={t.acceptance}>
      <table className="rk-table rk-acceptance">
        <thead>
          <tr>{[t.level, t.acceptBy, t.treatment, t.review, t.valid].map((words) => <th key={words} scope="col">{words}</th>)}</tr>
        </thead>
        <tbody>
          {rules.toSorted((a, b) => b.level - a.level).map((rule) => (
            <tr key={rule.level}>
              <th scope="row">
                {onRename === undefined ? <LevelTag value={rule.level} max={top} label={nameOf(rule.level)?.[locale] ?? ''} /> : (
                  <span className="rk-rename">
                    <LevelTag value={rule.level} max={top} label="" />
                    <Input value={nameOf(rule.level)?.en} maxLength={200} aria-label={`${t.level} ${rule.level} ${t.inEnglish}`} onChange={(event) => onRename(rule.level, 'en', event.target.value)} />
                    <Input value={nameOf(rule.level)?.['zh-CN']} maxLength={200} aria-label={`${t.level} ${rule.level} ${t.inChinese}`} onChange={(event) => onRename(rule.level, 'zh-CN', event.target.value)} />
                  </span>
                )}
              </th>
              <td>{choice(rule, 'acceptBy', t.acceptors)}</td>
              <td>{choice(rule, 'treatment', t.treatments)}</td>
              <td>{span(rule, 'reviewMonths', t.review)}</td>
              <td>{rule.acceptBy === 'nobody' && onChange === undefined ? '–' : span(rule, 'validMonths', t.valid)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
