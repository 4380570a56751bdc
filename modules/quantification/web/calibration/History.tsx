import { formatPercent, Scroll, TimeText, useLocale, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'

/** One's own trainings; the latest weighs one's estimates. */
export const History = () => {
  const t = useText(messages).pages.calibration
  const locale = useLocale()
  const org = useOrg()
  const { data } = useQuery(api.calibration.mine.queryOptions({ input: { org } }))
  return (
    <section className="rq-section">
      <h2>{t.history}</h2>
      {data === undefined ? <div className="hg-bone" /> : data.trainings.length === 0 ? <p className="hg-muted">{t.none}</p> : (
        <Scroll label={t.history}>
          <table className="hg-figures rq-figures">
            <thead><tr><th scope="col">{t.date}</th><th scope="col">{t.hits}</th><th scope="col">{t.rate}</th><th scope="col">{t.weight}</th></tr></thead>
            <tbody>
              {data.trainings.map(({ id, takenAt, hit, asked, share, score }) => (
                <tr key={id}><th scope="row"><TimeText value={takenAt} /></th><td>{hit} / {asked}</td><td>{formatPercent(share, locale)}</td><td>{formatPercent(score, locale)}</td></tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
