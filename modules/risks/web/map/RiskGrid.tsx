import { fill } from '@heng/contract'
import { HeatMap, inSentence, useLocale, useOrgPath, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import type { Basis } from '../../method/figures.ts'
import { useMethod } from '../base/useMethod.ts'

interface Step {
  readonly value: number
  readonly title: { readonly en: string; readonly 'zh-CN': string } | null
}
interface Axis {
  readonly title: { readonly en: string; readonly 'zh-CN': string }
  readonly steps: readonly Step[]
}
export interface GridMap {
  readonly named: boolean
  readonly likelihood: Axis | null
  readonly impact: Axis | null
  readonly levels: readonly { readonly value: number }[]
  readonly cells: readonly { readonly likelihood: number; readonly impact: number; readonly count: number; readonly level: number | null }[]
}

export interface RiskGridProps {
  readonly map: GridMap
  readonly basis: Basis
  /** What the register is narrowed by where a cell leads to it. */
  readonly filters: Readonly<Record<string, string>>
}

/** Counts of risks in the axes of the method; each cell leads to its risks. */
export const RiskGrid = ({ map, basis, filters }: RiskGridProps) => {
  const words = useText(messages).pages
  const t = words.map
  const locale = useLocale()
  const path = useOrgPath()
  const { levelName } = useMethod()
  const { likelihood, impact } = map
  if (likelihood === null || impact === null) return null
  const stepText = (step: Step) => `${step.value} ${step.title?.[locale] ?? ''}`.trim()
  return (
    <div>
      <HeatMap
        caption={fill(t.caption, { basis: words.rating[basis], likelihood: inSentence(likelihood.title[locale]), impact: inSentence(impact.title[locale]) })}
        rows={{ title: likelihood.title[locale], steps: likelihood.steps.toReversed().map((s) => ({ key: String(s.value), label: stepText(s) })) }}
        columns={{ title: impact.title[locale], steps: impact.steps.map((s) => ({ key: String(s.value), label: stepText(s) })) }}
        levels={map.levels.length}
        cell={(l, i) => {
          const cell = map.cells.find((c) => String(c.likelihood) === l && String(c.impact) === i)
          const count = cell?.count ?? 0
          const level = cell?.level ?? null
          const label = fill(t.cell, { likelihood: likelihood.title[locale], l, impact: impact.title[locale], i, count, level: level === null ? '–' : levelName(level) })
          if (count === 0) return { value: '', label, level }
          return { value: count, label, level, to: path('risks'), search: { ...filters, [`filter[${basis}Likelihood]`]: `${l}..${l}`, [`filter[${basis}Impact]`]: `${i}..${i}` } }
        }}
      />
      {!map.named && <p className="hg-help">{fill(t.unnamed, { first: likelihood.title[locale], second: impact.title[locale] })}</p>}
    </div>
  )
}
