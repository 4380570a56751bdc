import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { StatusTag, TimeText, useNotify, useOrg, usePermission } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { api, useRefreshOrganisation } from '../api.ts'
import { useNouns, usePages } from '../text.ts'
import { stateTones, type Scope } from './types.ts'

interface VersionsProps {
  readonly versions: readonly Scope[]
  readonly current: string
  readonly hasOpen: boolean
  readonly onChoose: (id: string) => void
}

/** The versions, newest first, and the way to the next one. */
export const Versions = ({ versions, current, hasOpen, onChoose }: VersionsProps) => {
  const t = usePages().scope
  const states = useNouns().scope.values.state
  const mayWrite = usePermission('scope:write')
  return (
    <nav className="or-versions" aria-label={t.versions}>
      <ul>
        {versions.map(({ id, edition, state, approvedAt }) => (
          <li key={id}>
            <button type="button" aria-current={id === current ? 'page' : undefined} onClick={() => onChoose(id)}>
              <strong>{fill(t.version, { edition: edition ?? '' })}</strong>
              <StatusTag tone={stateTones[state ?? 'draft']}>{states[state ?? 'draft']}</StatusTag>
              {approvedAt !== null && <span className="hg-muted"><TimeText value={approvedAt} /></span>}
            </button>
          </li>
        ))}
      </ul>
      {mayWrite && !hasOpen && <NextVersion label={t.next} />}
    </nav>
  )
}

/** Drafts the next version and shows it, since an open version comes first. */
export const NextVersion = ({ label }: { readonly label: string }) => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshOrganisation()
  const [busy, setBusy] = useState(false)
  const draft = async () => {
    setBusy(true)
    try {
      await api.scope.revise.call({ org })
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return <Button type="primary" icon={<PlusOutlined />} loading={busy} onClick={() => void draft()}>{label}</Button>
}
