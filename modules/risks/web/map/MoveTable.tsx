import { formatNumber, Scroll, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'

export interface MoveTableProps {
  readonly moves: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly levels: readonly { readonly value: number }[]
}

/** From which level (rows) to which (columns): what stayed stands on the diagonal. */
export const MoveTable = ({ moves, levels }: MoveTableProps) => {
  const t = useText(messages).pages.movement
  const locale = useLocale()
  // Levels that only the criteria of then knew stand beside those of the later instant.
  const known = [...new Set([...levels.map((l) => l.value), ...moves.flatMap((m) => [Number(m.from), Number(m.to)]).filter((n) => n > 0)])].toSorted((a, b) => b - a)
  const keys = [...known.map(String), '-', 'absent']
  const name = (key: string) => (key === 'absent' ? <span className="hg-muted">{t.absent}</span> : <RiskLevel value={key === '-' ? null : Number(key)} />)
  const counted = (from: string, to: string): number => moves.find((m) => m.from === from && m.to === to)?.count ?? 0
  return (
    <section className="rk-section" aria-labelledby="movement-heading">
      <header>
        <h2 id="movement-heading">{t.table}</h2>
      </header>
      <Scroll label={t.table}>
        <table className="rk-table rk-moves">
          <thead>
            <tr>
              <th scope="col">{t.fromTo}</th>
              {keys.map((key) => <th key={key} scope="col">{name(key)}</th>)}
            </tr>
          </thead>
          <tbody>
            {keys.map((from) => (
              <tr key={from}>
                <th scope="row">{name(from)}</th>
                {keys.map((to) => (
                  <td key={to} className="hg-figure" data-same={from === to}>{counted(from, to) === 0 ? '' : formatNumber(counted(from, to), locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
