import '../../base/base.css'
import '../three.css'
import { fill } from '@heng/contract'
import { ErrorView, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../../locales/index.ts'
import { api } from '../../base/api.ts'
import { SafeguardTable } from './SafeguardTable.tsx'
import { Standing } from './Standing.tsx'

/** How the evidence behind a risk comes about, to be read beside another page. */
export const RiskEvidence = ({ id }: { readonly id: string }) => {
  const t = useText(messages).pages.evidence
  const { data, error, refetch } = useQuery(api.risk.evidence.queryOptions({ input: { org: useOrg(), id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  const { effective, partly, id: rule, version } = data.method
  return (
    <>
      <Standing told={data} />
      {data.safeguards.length === 0 ? <p className="hg-muted">{t.none}</p> : <SafeguardTable safeguards={data.safeguards} />}
      <p className="hg-help">{fill(t.method, { effective, partly, id: `${rule}@${version}` })}</p>
    </>
  )
}
