import { formatNumber, Scroll, useLocale } from '@heng/web-kit'
import type { Basis, Effect } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Level } from './level.tsx'

/** A difference as people write it: +3, −2, 0. */
export const signed = (difference: number, text: (n: number) => string): string => (difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${text(Math.abs(difference))}`)

/** How many risks stand on each level, today and then; what is not assessed by itself. */
export const Levels = ({ risks, basis }: { readonly risks: Effect['risks']; readonly basis: Basis }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  const map = risks.maps[basis]
  if (map === undefined) return null
  const keys = [...risks.levels.map((l) => l.value).toReversed(), null]
  const count = (side: 'before' | 'after', key: number | null) => map[side].byLevel[key === null ? '-' : String(key)] ?? 0
  const most = Math.max(1, ...keys.flatMap((key) => [count('before', key), count('after', key)]))
  const bar = (n: number, side: string) => <span className="ch-bar" data-side={side} aria-hidden="true"><span style={{ width: `${Math.round((n / most) * 100)}%` }} /></span>
  return (
    <section>
      <h3>{t.levels}</h3>
      <Scroll label={t.levels}>
        <table className="ch-table ch-levels">
          <thead>
            <tr>
              <th scope="col">{t.level}</th>
              <th scope="col">{t.today}</th>
              <th scope="col">{t.then}</th>
              <th scope="col" className="ch-number">{t.change}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const [before, after] = [count('before', key), count('after', key)]
              return (
                <tr key={key ?? '-'}>
                  <th scope="row"><Level levels={risks.levels} value={key} /></th>
                  <td><span className="ch-bars">{bar(before, 'before')}<span className="hg-figure">{formatNumber(before, locale)}</span></span></td>
                  <td><span className="ch-bars">{bar(after, 'after')}<span className="hg-figure">{formatNumber(after, locale)}</span></span></td>
                  <td className="ch-number hg-figure">{after === before ? '' : signed(after - before, (n) => formatNumber(n, locale))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
