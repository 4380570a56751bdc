import { formatNumber, Scroll, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'

export interface ByLevelProps {
  readonly levels: readonly { readonly value: number }[]
  readonly now: Readonly<Record<string, number>>
  readonly before: Readonly<Record<string, number>> | undefined
}

/** Counts by current level, this round and the one before. */
export const ByLevel = ({ levels, now, before }: ByLevelProps) => {
  const t = useText(messages).pages.assessment
  const locale = useLocale()
  const keys = [...levels.toReversed().map((l) => ({ key: String(l.value), value: l.value as number | null })), { key: '-', value: null }]
  const line = (name: string, counts: Readonly<Record<string, number>>) => (
    <tr>
      <th scope="row">{name}</th>
      {keys.map(({ key }) => <td key={key} className="hg-figure">{formatNumber(counts[key] ?? 0, locale)}</td>)}
    </tr>
  )
  return (
    <Scroll label={t.byLevel}>
      <table className="rk-table rk-summary">
        <thead>
          <tr>
            <th scope="col">{t.byLevel}</th>
            {keys.map(({ key, value }) => <th key={key} scope="col"><RiskLevel value={value} /></th>)}
          </tr>
        </thead>
        <tbody>
          {line(t.now, now)}
          {before !== undefined && line(t.before, before)}
        </tbody>
      </table>
    </Scroll>
  )
}
