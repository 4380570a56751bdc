import './register.css'
import { formatNumber, useListState, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'
import { useMethod } from '../base/useMethod.ts'

/** Open risks by current level, each a filter of the list below; "not assessed" stands beside the levels, never among them. */
export const LevelBand = ({ byLevel }: { readonly byLevel: Readonly<Record<string, number>> }) => {
  const t = useText(messages).pages.register
  const locale = useLocale()
  const { inForce } = useMethod()
  const [state, change] = useListState()
  const chosen = state.filter['currentLevel']?.[0]
  const levels = inForce?.method.definition.levels.map((l) => l.value).toReversed() ?? []
  const total = Object.values(byLevel).reduce((sum, n) => sum + n, 0)
  const { currentLevel: _level, ...others } = state.filter
  const item = (key: string, value: number | null) => (
    <button
      key={key} type="button" className="rk-band-item" aria-pressed={chosen === key}
      onClick={() => change({ filter: chosen === key ? { ...others } : { ...others, status: ['open'], currentLevel: [key] } })}
    >
      <RiskLevel value={value} />
      <b className="hg-figure">{formatNumber(byLevel[key] ?? 0, locale)}</b>
    </button>
  )
  if (total === 0) return null
  return (
    <div className="rk-band" role="group" aria-label={t.band}>
      {levels.map((level) => item(String(level), level))}
      {item('-', null)}
    </div>
  )
}
