import type { Locale } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { isApiError, useText, type AnyRecord } from '@heng/web-kit'
import { useState } from 'react'
import type { AcceptanceRule } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { AcceptanceTable, type RefusedRule } from './AcceptanceTable.tsx'
import { Section } from './Section.tsx'
import { useSaveCriteria } from './useSaveCriteria.ts'

interface Draft {
  readonly rules: readonly AcceptanceRule[]
  readonly definition: MethodDefinition
}

/** Where in `rules` a refusal points to, as `acceptance.<place>.<key>`. */
const refusedIn = (rules: readonly AcceptanceRule[], error: unknown): RefusedRule | undefined => {
  if (!isApiError(error)) return undefined
  for (const { path } of error.fields) {
    const [, place, key] = /^(?:values\.)?acceptance\.(\d+)\.(\w+)$/.exec(path) ?? []
    const rule = rules[Number(place)]
    if (rule !== undefined && key !== undefined) return { level: rule.level, key, message: error.message }
  }
  return undefined
}

/** Which level may be accepted by whom, must be treated or not, and how often it is looked at again; the highest level first. */
export const AcceptanceSection = ({ row, editable }: { readonly row: AnyRecord; readonly editable: boolean }) => {
  const t = useText(messages).pages.criteria
  const stored: Draft = { rules: row['acceptance'] as AcceptanceRule[], definition: row['definition'] as MethodDefinition }
  const [draft, setDraft] = useState<Draft>()
  const { rules, definition } = draft ?? stored
  const [refused, setRefused] = useState<RefusedRule>()
  const { save, busy } = useSaveCriteria(row, (error) => {
    const found = refusedIn(rules, error)
    setRefused(found)
    return found !== undefined
  })
  const end = () => {
    setDraft(undefined)
    setRefused(undefined)
  }
  const change = (level: number, values: Partial<AcceptanceRule>) => {
    setDraft({ definition, rules: rules.map((r) => (r.level === level ? { ...r, ...values } : r)) })
    setRefused(undefined)
  }
  const rename = (level: number, language: Locale, name: string) =>
    setDraft({ rules, definition: { ...definition, levels: definition.levels.map((l) => (l.value === level ? { ...l, title: { ...l.title, [language]: name } } : l)) } })
  return (
    <Section
      title={t.acceptance}
      edit={!editable ? undefined : {
        on: draft !== undefined, busy, start: () => setDraft(stored), cancel: end,
        save: () => void save({ acceptance: [...rules], definition }).then((ok) => ok && end()),
      }}
    >
      <AcceptanceTable rules={rules} levels={definition.levels} edit={draft === undefined ? undefined : { change, rename, refused }} />
    </Section>
  )
}
