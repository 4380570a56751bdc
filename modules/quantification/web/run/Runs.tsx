import { OrgLink, Scroll, StatusTag, TimeText, useNoun, useOrg, useOrgPath, useText, valueLabel } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { lossRun } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { MoneyAmount } from '../base/Amount.tsx'
import { api } from '../base/api.ts'
import { tones } from '../renderers.tsx'

/** Runs so far; any two that are finished can be compared. */
export const Runs = () => {
  const t = useText(messages)
  const words = t.pages.run
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const kit = useNoun(lossRun)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { data } = useQuery(api.lossRun.list.queryOptions({ input: { org, limit: 20 } }))
  if (data === undefined || data.items.length === 0) return null
  // The older one is “before”, whichever was ticked first.
  const pair = data.items.filter(({ id }) => chosen.includes(id)).map(({ id }) => id).toReversed()
  return (
    <section className="rq-section">
      <h2>{words.runs}</h2>
      <Scroll label={words.runs}>
        <table className="hg-figures rq-figures">
          <thead>
            <tr><th scope="col">{words.name}</th><th scope="col">{t.nouns.lossRun.fields.state}</th><th scope="col">{t.nouns.lossRun.fields.startedAt}</th><th scope="col">{t.nouns.lossRun.fields.riskCount}</th><th scope="col">{words.mean}</th><th scope="col">{t.nouns.lossRun.fields.valueAtRisk}</th></tr>
          </thead>
          <tbody>
            {data.items.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <Checkbox aria-label={`${words.compare} ${run.reference}`} disabled={run.state !== 'done' || (chosen.length === 2 && !chosen.includes(run.id))} checked={chosen.includes(run.id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, run.id] : chosen.filter((id) => id !== run.id))} />{' '}
                  <OrgLink to={`loss-runs/${run.id}`}><span className="hg-reference">{run.reference}</span> {run.name}</OrgLink>
                </th>
                <td><StatusTag tone={tones[run.state ?? 'waiting'] ?? 'neutral'}>{valueLabel(kit.text, 'state', run.state ?? 'waiting')}</StatusTag></td>
                <td>{run.startedAt !== null && <TimeText value={run.startedAt} />}</td>
                <td>{run.riskCount}</td>
                <td><MoneyAmount money={run.currentLoss} /></td>
                <td><MoneyAmount money={run.valueAtRisk} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="rq-toolbar"><Button disabled={pair.length !== 2} onClick={() => void navigate({ to: path(`loss-runs/${pair[0]}/compare/${pair[1]}`) })}>{words.compare}</Button></div>
    </section>
  )
}
