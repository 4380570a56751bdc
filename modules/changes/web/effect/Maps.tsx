import { fill } from '@heng/contract'
import { HeatMap, inSentence, useLocale } from '@heng/web-kit'
import type { Basis, Effect } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { signed } from './Levels.tsx'
import { useLevelName } from './level.tsx'

/** The heat map of today beside the one that would be; cells that change say by how much. */
export const Maps = ({ risks, basis }: { readonly risks: Effect['risks']; readonly basis: Basis }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  const nameOf = useLevelName(risks.levels)
  const map = risks.maps[basis]
  if (risks.axes === null || map === undefined) return null
  const { likelihood, impact } = risks.axes
  const at = (side: 'before' | 'after', l: string, i: string) => map[side].cells.find((c) => String(c.likelihood) === l && String(c.impact) === i)
  const stepText = (step: { readonly value: number; readonly title: { readonly en: string; readonly 'zh-CN': string } | null }) => `${step.value} ${step.title?.[locale] ?? ''}`.trim()
  const one = (side: 'before' | 'after') => (
    <HeatMap
      caption={fill(t.mapCaption, { side: t[side], basis: t.bases[basis], likelihood: inSentence(likelihood.title[locale]), impact: inSentence(impact.title[locale]) })}
      rows={{ title: likelihood.title[locale], steps: likelihood.steps.toReversed().map((s) => ({ key: String(s.value), label: stepText(s) })) }}
      columns={{ title: impact.title[locale], steps: impact.steps.map((s) => ({ key: String(s.value), label: stepText(s) })) }}
      levels={risks.levels.length}
      cell={(l, i) => {
        const [today, then] = [at('before', l, i), at('after', l, i)]
        const count = (side === 'before' ? today : then)?.count ?? 0
        const difference = signed((then?.count ?? 0) - (today?.count ?? 0), String)
        const level = (side === 'before' ? today : then)?.level ?? null
        const label = fill(t.cell, { likelihood: likelihood.title[locale], l, impact: impact.title[locale], i, count, level: level === null ? '–' : nameOf(level), difference })
        if (side === 'before') return { value: count === 0 ? '' : count, level, label }
        return { value: difference === '0' ? (count === 0 ? '' : count) : `${count} (${difference})`, level, label }
      }}
    />
  )
  return (
    <section>
      <h3>{t.maps}</h3>
      <div className="ch-maps">
        {one('before')}
        {one('after')}
      </div>
    </section>
  )
}
