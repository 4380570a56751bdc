import { ErrorView, useNotify, useOrg, useText } from '@heng/web-kit'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'
import { HostItem } from './HostItem.tsx'
import { useHosts, type Decision, type ScanHost, type VerdictKind } from './useScan.ts'

interface Props {
  readonly scan: string
  readonly verdict: VerdictKind
  readonly count: number
  /** The scan is not applied yet. */
  readonly open: boolean
  readonly mayDecide: boolean
}

const bulk: Readonly<Record<VerdictKind, readonly ('create' | 'update' | 'skip')[]>> = { new: ['create', 'skip'], match: ['update', 'skip'], possible: ['create', 'skip'], elsewhere: [] }

/** Hosts of one verdict, each with what it would do and the decision about it; or one decision about all. */
export const HostList = ({ scan, verdict, count, open, mayDecide }: Props) => {
  const t = useText(messages).pages.scan
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const [changing, setChanging] = useState(false)
  const [busy, setBusy] = useState(false)
  const { items, labels, query } = useHosts(scan, verdict, changing)
  const decide = async (what: { lines: number[] } | { verdict: VerdictKind }, decision: Decision, asset?: string) => {
    setBusy(true)
    try {
      await api.scan.decide.call({ org, id: scan, ...what, decision, ...(asset === undefined ? {} : { asset }) })
    } catch (error) {
      notify.error(error)
    } finally {
      await refresh()
      setBusy(false)
    }
  }
  const words = { create: t.createAll, update: t.updateAll, skip: t.skipAll }
  return (
    <section>
      <div className="as-verdict-head">
        {open && <p className="hg-muted">{t.verdictHelp[verdict]}</p>}
        {open && verdict === 'match' && (
          <Checkbox checked={changing} onChange={(event) => setChanging(event.target.checked)}>
            {t.onlyChanging}
          </Checkbox>
        )}
        {mayDecide && count > 1 && bulk[verdict].map((decision) => (
          <Button key={decision} size="small" disabled={busy} onClick={() => void decide({ verdict }, decision)}>
            {words[decision]}
          </Button>
        ))}
      </div>
      {query.error !== null && items.length === 0 ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      : query.isPending ? <div className="hg-bone" role="status" />
      : items.length === 0 ? <p className="as-nothing">{t.empty}</p>
      : <ul className="as-hosts">
          {items.map((host: ScanHost) => (
            <HostItem key={host.line} host={host} labels={labels} open={open} mayDecide={mayDecide} busy={busy} onDecide={(decision, asset) => void decide({ lines: [host.line] }, decision, asset)} />
          ))}
        </ul>}
      {query.hasNextPage && (
        <Button className="as-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </section>
  )
}
