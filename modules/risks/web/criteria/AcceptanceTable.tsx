import './criteria.css'
import { fill, type Locale } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { LevelTag, Scroll, useLocale, useText } from '@heng/web-kit'
import { Input, InputNumber, Select } from 'antd'
import { Fragment, useId } from 'react'
import type { AcceptanceRule } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

/** An answer that the server refused: of which level, in which column, and why. */
export interface RefusedRule {
  readonly level: number
  readonly key: string
  readonly message: string
}

interface TableProps {
  readonly rules: readonly AcceptanceRule[]
  readonly levels: MethodDefinition['levels']
  /** Makes answers and names into inputs. */
  readonly edit?: {
    readonly change: (level: number, values: Partial<AcceptanceRule>) => void
    readonly rename: (level: number, language: Locale, name: string) => void
    readonly refused: RefusedRule | undefined
  } | undefined
}

/** The rules as a table, the highest level first. */
export const AcceptanceTable = ({ rules, levels, edit }: TableProps) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const id = useId()
  const months = (count: number) => (count === 1 ? t.month : fill(t.months, { count }))
  const nameOf = (level: number) => levels.find((l) => l.value === level)?.title
  const aria = (rule: AcceptanceRule, key: keyof AcceptanceRule, label: string) => {
    const wrong = edit?.refused?.level === rule.level && edit.refused.key === key
    return { 'aria-label': `${label} ${rule.level}`, ...(wrong && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': id }) }
  }
  const choice = <K extends 'acceptBy' | 'treatment'>(rule: AcceptanceRule, key: K, label: string, words: Readonly<Record<string, string>>) =>
    edit === undefined ? words[rule[key]] : (
      <Select<string> className="rk-select" {...aria(rule, key, label)} value={rule[key]} options={Object.entries(words).map(([value, text]) => ({ value, label: text }))} onChange={(value) => edit.change(rule.level, { [key]: value })} />
    )
  const span = (rule: AcceptanceRule, key: 'reviewMonths' | 'validMonths', label: string) =>
    edit === undefined ? months(rule[key]) : <InputNumber min={1} max={60} value={rule[key]} {...aria(rule, key, label)} onChange={(value) => edit.change(rule.level, { [key]: value ?? 1 })} />
  const name = (level: number, language: Locale, label: string) =>
    edit !== undefined && <Input value={nameOf(level)?.[language]} maxLength={200} aria-label={`${t.level} ${level} ${label}`} onChange={(event) => edit.rename(level, language, event.target.value)} />
  const titles = edit === undefined
    ? [t.level, t.acceptBy, t.treatment, t.review, t.valid]
    : [t.level, t.inEnglish, t.inChinese, t.acceptBy, t.treatment, fill(t.inMonths, { what: t.review }), fill(t.inMonths, { what: t.valid })]
  return (
    <Scroll label={t.acceptance}>
      <table className="rk-table rk-acceptance">
        <thead>
          <tr>{titles.map((words) => <th key={words} scope="col">{words}</th>)}</tr>
        </thead>
        <tbody>
          {rules.toSorted((a, b) => b.level - a.level).map((rule) => (
            <Fragment key={rule.level}>
              <tr>
                <th scope="row"><LevelTag value={rule.level} max={levels.length} label={edit === undefined ? (nameOf(rule.level)?.[locale] ?? '') : ''} /></th>
                {edit !== undefined && <><td>{name(rule.level, 'en', t.inEnglish)}</td><td>{name(rule.level, 'zh-CN', t.inChinese)}</td></>}
                <td>{choice(rule, 'acceptBy', t.acceptBy, t.acceptors)}</td>
                <td>{choice(rule, 'treatment', t.treatment, t.treatments)}</td>
                <td>{span(rule, 'reviewMonths', t.review)}</td>
                <td>{rule.acceptBy === 'nobody' && edit === undefined ? '–' : span(rule, 'validMonths', t.valid)}</td>
              </tr>
              {edit?.refused?.level === rule.level && <tr><td colSpan={titles.length} className="rk-refused"><p id={id} role="alert">{edit.refused.message}</p></td></tr>}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
