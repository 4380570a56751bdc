import { fill } from '@heng/contract'
import { formatDate, formatNumber, formatPercent, NotGiven, OrgLink, Scroll, useLocale, useText } from '@heng/web-kit'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { How } from './How.tsx'
import { Count } from './links.tsx'
import { useInputs } from './useInputs.ts'

/** How much of what could be scanned was, the units with the most unscanned first. */
export const Coverage = ({ data }: { readonly data: FiguresOverview }) => {
  const words = useText(messages).overview
  const t = words.coverage
  const locale = useLocale()
  const inputs = useInputs(data)
  const { since, total, units, rest, unmatched } = data.coverage
  const n = (value: number) => formatNumber(value, locale)
  const share = (scanned: number, assets: number) => (assets === 0 ? <NotGiven /> : formatPercent(scanned / assets, locale))
  const cells = ({ scanned, assets, loggedIn, notLoggedIn }: Omit<typeof total, 'unit'>) => (
    <><td>{n(scanned)}</td><td>{share(scanned, assets)}</td><td>{n(loggedIn)}</td><td>{n(notLoggedIn)}</td><td>{n(scanned - loggedIn - notLoggedIn)}</td></>
  )
  return (
    <section className="vo-part" aria-labelledby="vo-coverage">
      <h2 id="vo-coverage">{t.title}</h2>
      {total.assets === 0 ? <p className="hg-muted">{t.none}</p> : (
        <>
          <p className="hg-muted">{fill(t.since, { day: formatDate(since, locale), n: n(total.scanned), all: n(total.assets), share: formatPercent(total.scanned / total.assets, locale) })}</p>
          <Scroll label={t.title}>
            <table className="hg-figures vo-table">
              <thead>
                <tr>
                  <th scope="col">{t.unit}</th><th scope="col">{t.assets}</th><th scope="col">{t.scanned}</th><th scope="col">{t.share}</th><th scope="col">{t.loggedIn}</th><th scope="col">{t.notLoggedIn}</th><th scope="col">{t.unknown}</th>
                </tr>
              </thead>
              <tbody>
                {units.map(({ unit, ...line }) => {
                  const name = unit === null ? words.noUnit : (data.labels[unit]?.text ?? unit)
                  return (
                    <tr key={unit}>
                      <th scope="row">{name}</th>
                      <td><Count value={line.assets} label={`${name}, ${t.assets}`} to="assets" search={{ 'filter[tier]': 'component', 'filter[unit]': unit ?? '-' }} /></td>
                      {cells(line)}
                    </tr>
                  )
                })}
                {rest.units > 0 && <tr><th scope="row" className="hg-muted">{rest.units === 1 ? words.restOne : fill(words.rest, { count: n(rest.units) })}</th><td>{n(rest.assets)}</td>{cells(rest)}</tr>}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      <p className="vo-links">
        <OrgLink to="assets?filter[tier]=component">{t.list}</OrgLink>
        {unmatched !== null && unmatched > 0 && <OrgLink to="scan-targets?filter[state]=unmatched">{fill(t.targets, { count: n(unmatched) })}</OrgLink>}
      </p>
      <How method={data.method.coverage} inputs={inputs.coverage} computed={data.computed} />
    </section>
  )
}
