import './criteria.css'
import { LevelTag, Scroll, useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { Input } from 'antd'
import { useState } from 'react'
import type { Scales } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { ownWords } from '../base/useMethod.ts'
import { Section } from './Section.tsx'
import { useSaveCriteria } from './useSaveCriteria.ts'

/** How much harm is which step, area by area; a draft is edited in the reader's language. */
export const AreasSection = ({ row, editable }: { readonly row: AnyRecord; readonly editable: boolean }) => {
  const t = useText(messages).pages.criteria
  const stored = row['scales'] as Scales
  const [draft, setDraft] = useState<Scales>()
  const { save, busy } = useSaveCriteria(row)
  const locale = useLocale()
  const scales = draft ?? stored
  if (stored.impactAreas.length === 0) return null
  const change = (id: string, value: number, words: string) =>
    setDraft({ ...scales, impactAreas: scales.impactAreas.map((a) => (a.id === id ? { ...a, steps: a.steps.map((s) => (s.value === value ? { ...s, text: { ...s.text, [locale]: words } } : s)) } : a)) })
  return (
    <Section
      title={t.areas}
      edit={!editable ? undefined : {
        on: draft !== undefined, busy, start: () => setDraft(stored), cancel: () => setDraft(undefined),
        save: () => void save({ scales }).then((ok) => ok && setDraft(undefined)),
      }}
    >
      <AreasTable areas={scales.impactAreas} onChange={draft === undefined ? undefined : change} />
    </Section>
  )
}

interface AreasTableProps {
  readonly areas: Scales['impactAreas']
  /** Where no heading stands above the table. */
  readonly title?: string
  readonly onChange?: ((area: string, value: number, words: string) => void) | undefined
}

/** Areas down, steps across. */
export const AreasTable = ({ areas, title, onChange }: AreasTableProps) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const values = areas[0]?.steps.map((s) => s.value) ?? []
  return (
    <Scroll label={t.areas}>
      <table className="rk-table rk-areas">
        {title !== undefined && <caption>{title}</caption>}
        <thead>
          <tr>
            <th scope="col">{t.area}</th>
            {values.map((value) => (
              <th key={value} scope="col">
                <LevelTag value={value} max={values.length} label="" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.id}>
              <th scope="row">{ownWords(area.title, locale)}</th>
              {area.steps.map(({ value, text }) => (
                <td key={value}>
                  {onChange === undefined ? ownWords(text, locale) : (
                    <Input.TextArea value={text[locale]} autoSize maxLength={1_000} aria-label={`${ownWords(area.title, locale)} ${value}`} onChange={(event) => onChange(area.id, value, event.target.value)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
