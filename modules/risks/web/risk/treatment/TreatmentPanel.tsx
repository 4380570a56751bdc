import '../../base/base.css'
import { ErrorView, useOrg, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../base/api.ts'
import { Acceptances } from './Acceptances.tsx'
import { Measures } from './Measures.tsx'
import { OptionChoice } from './OptionChoice.tsx'
import { Plans } from './Plans.tsx'

/** What is done about the risk, in the order of ISO/IEC 27001 6.1.3: option, measures, plan, acceptance of what remains. */
export const Component = ({ row }: RecordPanelProps) => {
  const org = useOrg()
  const query = useQuery(api.risk.treatment.queryOptions({ input: { org, id: row.id } }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div>
      <OptionChoice row={row} />
      <Measures row={row} measures={query.data?.measures} />
      <Plans row={row} plans={query.data?.plans} />
      <Acceptances row={row} acceptances={query.data?.acceptances} />
    </div>
  )
}
