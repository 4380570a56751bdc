import '../assets.css'
import { fill, listed } from '@heng/contract'
import { ErrorView, LevelTag, NotAssessed, OrgLink, Scroll, useLocale, useNoun, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { explanationOf, levelOf, missingOf, properties, rulesOf } from './explanation.ts'
import { KeyMark } from './KeyMark.tsx'
import { ValuePath } from './ValuePath.tsx'

/** How the value of an asset came about: its own by C, I and A, what flowed in and on which way, and the threshold. */
export const Component = ({ row }: RecordPanelProps) => {
  const text = useText(messages)
  const t = text.pages.value
  const locale = useLocale()
  const org = useOrg()
  const fields = useNoun(asset).text.fields
  const explanation = explanationOf(row)
  const inherits = explanation?.inherited != null && explanation.inherited > (explanation.own ?? 0)
  const settings = useQuery(api.settings.get.queryOptions({ input: { org } }))
  const path = useQuery({ ...api.dependency.valuePath.queryOptions({ input: { org, id: row.id } }), enabled: inherits })
  const missing = listed(locale, missingOf(row).map((name) => fields[name] ?? name))
  const source = path.data?.path[0]
  const threshold = settings.data?.keyThreshold
  const said =
    explanation === null ? fill(t.notAssessed, { missing })
    : inherits ? (source === undefined ? '' : fill(t.fromInherited, { name: source.name ?? t.hiddenAsset }))
    : t.fromOwn
  return (
    <div className="as-value">
      <div className="as-value-head">
        <LevelTag value={levelOf(row, 'value')} />
        {row['keyAsset'] === true && <KeyMark />}
        <p>
          {said} {inherits && explanation?.own === null && fill(t.notAssessedInherits, { missing })}
        </p>
        {threshold !== undefined && explanation !== null && (
          <p className="hg-muted">
            {fill(row['keyAsset'] === true ? t.keyFrom : t.notKey, { threshold })} <OrgLink to="assets-rules">{t.rules}</OrgLink>
          </p>
        )}
      </div>
      <section>
        <h2>
          {t.own} {explanation?.own == null ? <NotAssessed /> : <LevelTag value={explanation.own} />}
        </h2>
        <Scroll label={t.own}>
          <table className="as-table">
            <thead>
              <tr>
                <th scope="col">{t.property}</th>
                <th scope="col">{t.level}</th>
                <th scope="col">{t.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {properties.map((name) => {
                const level = levelOf(row, name)
                return (
                  <tr key={name}>
                    <th scope="row">{fields[name]}</th>
                    <td>
                      <LevelTag value={level} />
                    </td>
                    <td>{level !== null && text.nouns.asset.levels[name][String(level) as '1']}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
        {explanation !== null && (
          <dl className="as-facts">
            <dt>{t.functionUsed}</dt>
            <dd>
              {text.pages.functions[explanation.function].title} <span className="hg-muted">({explanation.function} {explanation.version})</span>
            </dd>
            {explanation.own !== null && (
              <>
                <dt>{t.calculation}</dt>
                <dd className="hg-figure">{listed(locale, rulesOf(row, explanation, locale))}</dd>
              </>
            )}
            <dt>{t.reason}</dt>
            <dd className="hg-prose">{typeof row['valuationReason'] === 'string' ? row['valuationReason'] : <span className="hg-muted">{t.noReason}</span>}</dd>
          </dl>
        )}
      </section>
      <section>
        <h2>
          {t.inherited} {explanation?.inherited == null ? <span className="hg-muted as-plain">{t.none}</span> : <LevelTag value={explanation.inherited} />}
        </h2>
        <p className="hg-muted">{t.pathHelp}</p>
        {path.error !== null && <ErrorView error={path.error} onRetry={() => void path.refetch()} />}
        {path.data !== undefined && path.data.path.length > 0 && <ValuePath path={path.data.path} id={row.id} />}
      </section>
    </div>
  )
}
