import '../controls.css'
import { fill } from '@heng/contract'
import { CloseOutlined, LinkOutlined, PlusOutlined } from '@ant-design/icons'
import {
  DateText,
  ErrorView,
  OrgLink,
  PersonName,
  RecordSelect,
  useKitText,
  useNotify,
  useOrg,
  usePermission,
  useText,
  type RecordPanelProps,
} from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshControls } from '../api.ts'
import { ControlState } from '../renderers.tsx'

/** The organisation's controls that answer a requirement; linked, unlinked and started here. */
export const Component = ({ row }: RecordPanelProps) => (
  <ControlsOfRequirement requirement={row.id} assessable={row['assessable'] !== false} />
)

interface Props {
  readonly requirement: string
  readonly assessable: boolean
}

export const ControlsOfRequirement = ({ requirement, assessable }: Props) => {
  const t = useText(messages).page.panel
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshControls()
  const may = usePermission('control:write') && assessable
  const [linking, setLinking] = useState(false)
  const { data, error, refetch } = useQuery(api.control.ofRequirement.queryOptions({ input: { org, id: requirement } }))
  const link = useMutation({
    mutationFn: (input: { controls: string[]; linked: boolean }) => api.control.link.call({ org, id: requirement, ...input }),
    onSuccess: async (_, { linked }) => {
      await refresh()
      setLinking(false)
      notify.success(linked ? t.linkDone : t.unlinked)
    },
    onError: notify.error,
  })
  const start = useMutation({
    mutationFn: () => api.control.start.call({ org, requirements: [requirement] }),
    onSuccess: async ({ created }) => {
      await refresh()
      if (created[0] !== undefined) notify.success(fill(t.started, { reference: created[0].reference }))
    },
    onError: notify.error,
  })
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  return (
    <div className="ct-panel">
      {data.items.length === 0 && <p className="hg-muted">{t.none}</p>}
      <ul>
        {data.items.map((c) => (
          <li key={c.id}>
            <span className="ct-name">
              <OrgLink to={`controls/${c.id}`}>
                <span className="hg-reference">{c.reference}</span> {c.name}
              </OrgLink>
              {c.document !== null && <span className="hg-muted"> · {c.document}</span>}
            </span>
            <ControlState state={c.state} />
            {c.stateSince !== null && (
              <span className="hg-muted">
                {t.since} <DateText value={c.stateSince} />
              </span>
            )}
            {c.owner !== null && data.labels[c.owner] !== undefined && <PersonName name={data.labels[c.owner]!.text} />}
            {may && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={fill(t.unlink, { reference: c.reference })}
                onClick={() => link.mutate({ controls: [c.id], linked: false })}
              />
            )}
          </li>
        ))}
      </ul>
      {may && !linking && (
        <div className="ct-tools">
          {data.items.length === 0 && (
            <Button icon={<PlusOutlined />} loading={start.isPending} onClick={() => start.mutate()}>
              {t.start}
            </Button>
          )}
          <Button icon={<LinkOutlined />} onClick={() => setLinking(true)}>
            {t.link}
          </Button>
        </div>
      )}
      {linking && (
        <Linker onLink={(controls) => link.mutate({ controls, linked: true })} onCancel={() => setLinking(false)} busy={link.isPending} />
      )}
    </div>
  )
}

interface LinkerProps {
  readonly onLink: (controls: string[]) => void
  readonly onCancel: () => void
  readonly busy: boolean
}

const Linker = ({ onLink, onCancel, busy }: LinkerProps) => {
  const t = useText(messages).page.panel
  const kit = useKitText()
  const [ids, setIds] = useState<readonly string[]>([])
  return (
    <div className="ct-linker">
      <RecordSelect target="control" multiple value={ids} onChange={(next) => setIds((next ?? []) as string[])} aria-label={t.choose} />
      <div className="ct-tools">
        <Button type="primary" loading={busy} disabled={ids.length === 0} onClick={() => onLink([...ids])}>
          {t.link}
        </Button>
        <Button onClick={onCancel}>{kit.actions.cancel}</Button>
      </div>
    </div>
  )
}
