import { countCap, fill } from '@heng/contract'
import { formatNumber, formatPercent, percentOf, useLocale, useText } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { RowsLink } from './RowsLink.tsx'

interface CoverageRow {
  readonly id: keyof (typeof messages)['en']['coverage']['of']
  readonly noun: string
  readonly filter: Readonly<Record<string, string | string[]>>
  readonly rest: number
  readonly total: number
  readonly capped: boolean
}

/** How far the main job has come; what is still to be done leads to its rows. */
export const Coverage = ({ rows }: { readonly rows: readonly CoverageRow[] }) => {
  const { coverage: t, moreThan } = useText(messages)
  const locale = useLocale()
  return (
    <section className="home-card" aria-labelledby="coverage-heading">
      <h2 id="coverage-heading">{t.heading}</h2>
      <ul className="home-coverage">
        {rows.map(({ id, noun, filter, rest, total, capped }) => {
          const share = (percentOf(total - rest, total) ?? 100) / 100
          return (
            <li key={id}>
              <span id={`coverage-${id}`}>{t.of[id]}</span>
              {/* Counts end at a limit; a share of what was not counted would be made up. */}
              {!capped && <progress max={total} value={total - rest} aria-labelledby={`coverage-${id}`} />}
              {!capped && <b className="hg-figure">{formatPercent(share, locale)}</b>}
              {rest === 0 ? <span className="hg-muted">{t.complete}</span> : <RowsLink noun={noun} filter={filter}>{fill(t.rest, { count: rest < countCap ? formatNumber(rest, locale) : fill(moreThan, { n: formatNumber(rest, locale) }) })}</RowsLink>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
