import './record.css'
import { ScissorOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ConfirmReason, useNotify, useOrg, useOrgPath, usePast, useText, uuid, type RecordPanelProps } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Sighting } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'
import { SightingItem } from './SightingItem.tsx'

/** What scanners know it by, with their evidence; what is another flaw is split off from here. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).flaws.sightings
  const org = useOrg()
  const path = useOrgPath()
  const notify = useNotify()
  const go = useNavigate()
  const refresh = useRefreshVulnerabilities()
  const { asOf } = usePast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const all = (row['sightings'] ?? []) as readonly Sighting[]
  const maySplit = all.length > 1 && asOf === null && row.allowed.includes('merge')
  const split = useMutation({
    mutationFn: (reason: string) => api.vulnerability.split.call({ org, id: row.id, sightings: [...chosen], reason }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async ({ id, reference }) => {
      setAsking(false)
      await refresh()
      notify.success(fill(t.splitDone, { reference }))
      await go({ to: path(`vulnerabilities/${id}`) })
    },
    onError: notify.error,
  })
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  if (all.length === 0) return <p className="hg-muted">{t.none}</p>
  return (
    <div>
      {maySplit && (
        <div className="vn-tools">
          <Button icon={<ScissorOutlined />} disabled={chosen.size === 0 || chosen.size === all.length} onClick={() => setAsking(true)}>{fill(t.split, { count: chosen.size })}</Button>
          <span className="hg-muted">{t.splitHelp}</span>
        </div>
      )}
      <ul className="vn-sightings">
        {all.map((one) => <SightingItem key={one.id} sighting={one} chosen={maySplit ? chosen.has(one.id) : undefined} onChoose={() => toggle(one.id)} />)}
      </ul>
      <ConfirmReason open={asking} title={t.splitTitle} text={t.splitText} confirm={t.splitTitle} required busy={split.isPending} onConfirm={(reason) => split.mutate(reason!)} onCancel={() => setAsking(false)} />
    </div>
  )
}
