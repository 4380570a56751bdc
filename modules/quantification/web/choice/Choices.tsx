import { OrgLink, Scroll, StatusTag, TimeText, useNoun, useOrg, useText, valueLabel } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { measureChoice } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { MoneyAmount } from '../base/Amount.tsx'
import { api } from '../base/api.ts'
import { tones } from '../renderers.tsx'

/** What was asked before, newest first. */
export const Choices = () => {
  const t = useText(messages)
  const fields = t.nouns.measureChoice.fields
  const org = useOrg()
  const kit = useNoun(measureChoice)
  const { data } = useQuery(api.measureChoice.list.queryOptions({ input: { org, limit: 20 } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="rq-section">
      <h2>{t.pages.choice.earlier}</h2>
      <Scroll label={t.pages.choice.earlier}>
        <table className="hg-figures rq-figures">
          <thead><tr><th scope="col">{fields.name}</th><th scope="col">{fields.state}</th><th scope="col">{fields.startedAt}</th><th scope="col">{fields.measureCount}</th><th scope="col">{fields.cost}</th><th scope="col">{fields.lossBefore}</th><th scope="col">{fields.lossAfter}</th></tr></thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.id}>
                <th scope="row"><OrgLink to={`measure-choices/${one.id}`}><span className="hg-reference">{one.reference}</span> {one.name}</OrgLink></th>
                <td><StatusTag tone={tones[one.state ?? 'waiting'] ?? 'neutral'}>{valueLabel(kit.text, 'state', one.state ?? 'waiting')}</StatusTag></td>
                <td>{one.startedAt !== null && <TimeText value={one.startedAt} />}</td>
                <td>{one.measureCount ?? '–'}</td>
                <td><MoneyAmount money={one.cost} /></td><td><MoneyAmount money={one.lossBefore} /></td><td><MoneyAmount money={one.lossAfter} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
