import { DownOutlined, DownloadOutlined, MoreOutlined } from '@ant-design/icons'
import { fill, listed } from '@heng/contract'
import { ConfirmReason, formatTimestamp, StatusTag, useKitText, useLocale, useNotify, useOrg, useOrgPath, useTimeZone } from '@heng/web-kit'
import { Button, Dropdown } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, useRefreshOrganisation } from '../api.ts'
import { useNouns, usePages } from '../text.ts'
import { Changes } from './Changes.tsx'
import { useExport } from './useExport.ts'
import { stateTones, type Scope } from './types.ts'

interface VersionHeadProps {
  readonly row: Scope
  readonly previous: Scope | undefined
}

/** State, approval and hash of a version, and what may be done with it besides editing. */
export const VersionHead = ({ row, previous }: VersionHeadProps) => {
  const t = usePages().scope
  const kit = useKitText()
  const states = useNouns().scope.values.state
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefreshOrganisation()
  const { items, busy } = useExport(row.id)
  const [asking, setAsking] = useState(false)
  const [comparing, setComparing] = useState(false)
  const { state, edition, approvedAt, approvedBy, frozenHash } = row
  const archive = async (reason: string | undefined) => {
    try {
      await api.scope.archive.call({ org, id: row.id, version: row.version, ...(reason === undefined ? {} : { reason }) })
      await refresh()
      notify.success(t.archived)
    } catch (error) {
      notify.error(error)
    } finally {
      setAsking(false)
    }
  }
  const when = approvedAt === null ? '' : formatTimestamp(approvedAt, locale, zone)
  const more = [
    ...(previous === undefined ? [] : [{ key: 'compare', label: fill(t.compare, { edition: previous.edition ?? '' }), onClick: () => setComparing(true) }]),
    { key: 'history', label: t.history, onClick: () => void navigate({ to: path(`scopes/${row.id}`) }) },
    ...(row.allowed.includes('archive') ? [{ key: 'archive', danger: true, label: t.archive, onClick: () => setAsking(true) }] : []),
  ]
  return (
    <header className="or-version-head">
      <div>
        <h2><span className="hg-reference">{row.reference}</span> {row.name} <span className="or-version-number">{fill(t.version, { edition: edition ?? '' })}</span></h2>
        <p className="or-facts">
          <StatusTag tone={stateTones[state ?? 'draft']}>{states[state ?? 'draft']}</StatusTag>
          {approvedAt !== null && <span>{fill(t.approvedOn, { when, names: listed(locale, (approvedBy ?? []).map(({ name }) => name)) })}</span>}
          {frozenHash !== null && <span title={frozenHash}>{t.hash} <code>{frozenHash.slice(0, 16)}…</code></span>}
        </p>
      </div>
      <div className="or-buttons">
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button icon={<DownloadOutlined />} loading={busy}>{t.export} <DownOutlined /></Button>
        </Dropdown>
        <Dropdown trigger={['click']} menu={{ items: more }}>
          <Button icon={<MoreOutlined />} aria-label={kit.actions.more} />
        </Dropdown>
      </div>
      <ConfirmReason open={asking} title={t.archive} text={t.archiveText} confirm={t.archive} danger onConfirm={(reason) => void archive(reason)} onCancel={() => setAsking(false)} />
      {comparing && previous !== undefined && <Changes from={previous} to={row} onClose={() => setComparing(false)} />}
    </header>
  )
}
