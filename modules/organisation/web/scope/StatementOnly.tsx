import { fill } from '@heng/contract'
import { formatTimestamp, useLocale, useOrg, useTimeZone } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { scopeDocument } from '../../document/document.ts'
import { Loading } from '../parts/Loading.tsx'
import { usePages } from '../text.ts'
import { DocumentView } from './DocumentView.tsx'

/** What everybody may know of the scope: the approved statement with its boundaries and exclusions. */
export const StatementOnly = () => {
  const t = usePages().scope
  const org = useOrg()
  const locale = useLocale()
  const zone = useTimeZone()
  const { data, error, refetch } = useQuery(api.scope.statement.queryOptions({ input: { org } }))
  if (data === undefined) return <Loading error={error} onRetry={() => void refetch()} />
  const { statement } = data
  if (statement === null) return <p className="or-card or-empty">{t.noStatement}</p>
  const { units, sites, edition, approvedAt, ...said } = statement
  const sections = scopeDocument({ ...said, interfaces: [], basis: { organisation: '', units, sites, climate: null, issues: [], requirements: [] } }, locale)
  return (
    <article className="or-paper">
      <p className="or-facts"><span>{fill(t.version, { edition })}</span><span>{fill(t.approvedOnly, { when: formatTimestamp(approvedAt, locale, zone) })}</span></p>
      {/* Interfaces and basis are not part of what everybody sees. */}
      <DocumentView sections={[...sections.slice(0, 6), sections[7]!]} />
    </article>
  )
}
