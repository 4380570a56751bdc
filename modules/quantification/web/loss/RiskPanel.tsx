import { ErrorView, useOrg, type AnyRecord, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../base/api.ts'
import { BeginLoss } from './BeginLoss.tsx'
import { LossView } from './LossView.tsx'

/** What a risk costs, on the risk's own page beside its levels. */
export const RiskLoss = ({ risk }: { readonly risk: string }) => {
  const org = useOrg()
  const { data, error, refetch } = useQuery(api.quantification.ofRisk.queryOptions({ input: { org, id: risk } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  if (data.quantification === null) return <BeginLoss risk={risk} mayBegin={data.mayBegin} />
  return <LossView row={{ ...data.quantification, labels: data.labels } as unknown as AnyRecord} reductions={data.reductions} />
}

export const Component = ({ row }: RecordPanelProps) => <RiskLoss risk={row.id} />
