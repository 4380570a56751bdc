import { fill } from '@heng/contract'
import { ErrorView, OrgLink, useOrg, useText, valueLabel, type AnyNounText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { EnlistDialog } from './EnlistDialog.tsx'
import { Identifiers } from './Identifiers.tsx'
import { IgnoreDialog } from './IgnoreDialog.tsx'
import { MatchDialog } from './MatchDialog.tsx'
import { useDecide } from './useDecide.ts'
import type { QueueRow } from './useQueue.ts'

const dialogs = { match: MatchDialog, enlist: EnlistDialog, ignore: IgnoreDialog } as const
type Decision = keyof typeof dialogs

/** Assets that a target may be, and what speaks against each. */
const Candidates = ({ row }: { readonly row: QueueRow }) => {
  const words = useText(messages)
  const t = words.targets
  const org = useOrg()
  const { decide, busy } = useDecide()
  const { data, error, isPending, refetch } = useQuery(api.target.candidates.queryOptions({ input: { org, id: row.id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (isPending) return <div className="hg-bone" role="status" />
  if (data.items.length === 0) return <p className="hg-muted">{t.noCandidates}</p>
  const text = words.nouns.scanTarget as unknown as AnyNounText
  const take = (asset: string) => decide(async () => {
    const { matched, vulnerabilities } = await api.target.match.call({ org, ids: [row.id], asset })
    return fill(t.matched, { count: matched, vulnerabilities })
  })
  return (
    <ul className="vt-candidates">
      {data.items.map(({ asset, reference, name, by, doubt }) => (
        <li key={asset}>
          <div>
            <OrgLink to={`assets/${asset}`}><span className="hg-reference">{reference}</span> {name}</OrgLink>
            <p className="hg-muted">{fill(t.doubts[doubt], { kind: valueLabel(text, 'matchedBy', by.kind), value: by.value })}</p>
          </div>
          {row.allowed.includes('match') && <Button size="small" loading={busy} onClick={() => void take(asset)}>{t.isThis} <span className="hg-visually-hidden">{name}</span></Button>}
        </li>
      ))}
    </ul>
  )
}

const One = ({ row }: { readonly row: QueueRow }) => {
  const t = useText(messages).targets
  const org = useOrg()
  const { data } = useQuery(api.target.get.queryOptions({ input: { org, id: row.id } }))
  return (
    <>
      <h2><OrgLink to={`scan-targets/${row.id}`}><span className="hg-reference">{row.reference}</span> {row.name}</OrgLink></h2>
      {data?.identifiers != null && data.identifiers.length > 0 && <><h3>{t.identifiers}</h3><Identifiers of={data.identifiers} /></>}
      <h3>{t.candidates}</h3>
      <Candidates row={row} />
    </>
  )
}

/** What is known of the target that is looked at, and the decisions: about it, or about all that are selected. */
export const Deciding = ({ current, selected, onDone }: { readonly current: QueueRow; readonly selected: readonly QueueRow[]; readonly onDone: () => void }) => {
  const t = useText(messages).targets
  const [deciding, setDeciding] = useState<Decision>()
  const rows = (selected.length > 0 ? selected : [current]).map(({ id, reference, name }) => ({ id, reference, name: name ?? '' }))
  const Dialog = deciding === undefined ? null : dialogs[deciding]
  const may = current.allowed.includes('match')
  return (
    <section className="vt-detail" aria-label={rows.length === 1 ? rows[0]!.name : t.several}>
      {selected.length > 0 ? <><h2>{fill(t.selected, { count: selected.length })}</h2><p className="hg-muted">{t.several}</p></> : <One row={current} />}
      {!may && <p className="hg-muted">{t.readOnly}</p>}
      {may && (
        <div className="vt-buttons">
          {(Object.keys(dialogs) as Decision[]).map((decision) => <Button key={decision} type={decision === 'enlist' ? 'primary' : 'default'} onClick={() => setDeciding(decision)}>{t[decision]}</Button>)}
          {selected.length > 0 && <Button type="text" onClick={onDone}>{t.unselect}</Button>}
        </div>
      )}
      {Dialog !== null && (
        <Dialog
          rows={rows}
          close={(changed) => {
            setDeciding(undefined)
            if (changed) onDone()
          }}
        />
      )}
    </section>
  )
}
