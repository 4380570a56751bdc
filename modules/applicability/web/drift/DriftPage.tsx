import '../soa.css'
import './drift.css'
import { fill } from '@heng/contract'
import { ErrorView, Page, useOrg, useOrgPath } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '../api.ts'
import { RuleNote } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import { DriftActions } from './DriftActions.tsx'
import { DriftCounts } from './DriftCounts.tsx'
import { DriftedLineCard } from './DriftedLineCard.tsx'
import { RestLines } from './RestLines.tsx'

/** Where one version of the statement and the tests of controls part, and the way to conclude on it. */
export const Component = () => {
  const { t } = useWords()
  const org = useOrg()
  const path = useOrgPath()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery(api.soa.drift.queryOptions({ input: { org, id } }))
  const d = t.drift
  return (
    <Page
      title={d.title}
      crumbs={[{ label: t.title, to: path('soa') }, ...(data === undefined ? [] : [{ label: fill(d.back, { number: data.soa.number }), to: path(`soa/${id}`) }])]}
      about={d.about}
      actions={data !== undefined && <DriftActions drift={data} />}
    >
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div role="status">
          {[60, 90, 80].map((w) => (
            <div key={w} className="hg-bone" style={{ width: `${w}%` }} />
          ))}
        </div>
      )}
      {data !== undefined && (
        <>
          <DriftCounts counts={data.counts} />
          {data.lines.length === 0 ? (
            <p className="sa-empty">{d.none}</p>
          ) : (
            <ul className="sa-drifted">
              {data.lines.map((line) => (
                <DriftedLineCard key={line.id} soa={id} line={line} />
              ))}
            </ul>
          )}
          <RestLines soa={id} drift={data} />
          <RuleNote rule={data.rule} />
        </>
      )}
    </Page>
  )
}
