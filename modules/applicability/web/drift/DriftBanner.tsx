import { fill, type Row } from '@heng/contract'
import { useOrg, useOrgPath } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { soa as noun } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'

/** Says on the version in force, or on a draft, that the tests of controls support something else than it states. */
export const DriftBanner = ({ soa }: { readonly soa: Row<typeof noun> }) => {
  const d = useWords().t.drift
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const asks = soa.state === 'approved' || soa.state === 'draft'
  const { data } = useQuery({ ...api.soa.drift.queryOptions({ input: { org, id: soa.id } }), enabled: asks })
  if (!asks || data === undefined || data.lines.length === 0) return null
  return (
    <Alert
      className="sa-note"
      type="warning"
      showIcon
      title={fill(d.banner, { less: data.counts.less, more: data.counts.more })}
      action={
        <Button size="small" onClick={() => void navigate({ to: path(`soa/${soa.id}/drift`) })}>
          {d.show}
        </Button>
      }
    />
  )
}
