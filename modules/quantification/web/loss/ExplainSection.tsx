import { fill } from '@heng/contract'
import { formatNumber, formatTimestamp, HashText, NotGiven, OrgLink, Scroll, useLocale, useText, useTimeZone, type AnyRecord } from '@heng/web-kit'
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Evidence, LossModel, Reduction, Results } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { ModelView } from '../model/ModelView.tsx'
import { scenariosFile } from './scenariosFile.ts'

const Percent = ({ value, none }: { readonly value: number | null; readonly none: string }) => (value === null ? <span className="hg-not-assessed">{none}</span> : <span className="hg-figure">{value}%</span>)

/** Model, controls, people, versions and seed: everything that the figures follow from. */
export const ExplainSection = ({ row, reductions: today }: { readonly row: AnyRecord; readonly reductions: readonly Reduction[] }) => {
  const t = useText(messages).pages.explain
  const locale = useLocale()
  const zone = useTimeZone()
  const results = row['results'] as Results | null
  const { model, reductions } = results === null ? { model: row['model'] as LossModel, reductions: today } : results.inputs
  const currency = String(row['currency'])
  const evidence = row['evidence'] as Evidence | null
  const download = (inputs: Results['inputs']) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([scenariosFile(inputs)], { type: 'application/json' }))
    link.download = `${row.reference}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="rq-explain">
      <h3>{t.model}</h3>
      <ModelView model={model} currency={currency} />
      <h3>{t.reductions}</h3>
      {reductions.length === 0 ? <p className="hg-muted">{t.none}</p> : (
        <Scroll label={t.reductions}>
          <table className="hg-figures rq-figures">
            <thead>
              <tr><th scope="col">{t.name}</th><th scope="col">{t.effectiveness}</th><th scope="col">{t.frequency}</th><th scope="col">{t.magnitude}</th></tr>
            </thead>
            <tbody>
              {reductions.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <OrgLink to={`${one.reference.startsWith('TM-') ? 'treatment-measures' : 'controls'}/${one.id}`}><span className="hg-reference">{one.reference}</span> {one.name}</OrgLink>
                  </th>
                  <td><Percent value={one.effectiveness} none={t.notTested} />{one.stale && <span className="hg-muted"> · {t.stale}</span>}</td>
                  <td><Percent value={one.frequency} none={t.notStated} /></td>
                  <td><Percent value={one.magnitude} none={t.notStated} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className="hg-help">{t.formula}</p>
      <dl className="rq-texts">
        {(['rationale', 'sources'] as const).map((key) => (
          <div key={key}><dt>{t[key]}</dt><dd className="hg-prose">{row[key] == null ? <NotGiven /> : String(row[key])}</dd></div>
        ))}
        {evidence !== null && <div><dt>{t.evidence}</dt><dd>{fill(t.incidents, { count: evidence.incidents.length, years: evidence.years })}</dd></div>}
      </dl>
      {results !== null && (
        <>
          <p className="hg-help rq-stamp">
            {fill(t.by, { who: results.by === null ? 'Heng' : (row.labels[results.by]?.text ?? '–'), when: formatTimestamp(results.at, locale, zone) })} · {fill(t.years, { years: formatNumber(results.inputs.years, locale) })} ·{' '}
            {fill(t.seed, { seed: results.inputs.seed })} · {fill(t.version, { version: results.inputs.engineVersion })} · {t.hash} <HashText hash={results.hash} />
          </p>
          <Button size="small" icon={<DownloadOutlined />} onClick={() => download(results.inputs)}>{t.export}</Button>
          <p className="hg-help">{fill(t.exportHelp, { file: `${row.reference}.json`, years: results.inputs.years, seed: results.inputs.seed })}</p>
        </>
      )}
    </div>
  )
}
