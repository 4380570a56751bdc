import { useNotify, useOrg } from '@heng/web-kit'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { feedAddresses, type ExploitFeed } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from './words.ts'

/** Whether the server may fetch a feed itself, every night, and from where. */
export const FeedSettings = ({ feed, onSaved }: { readonly feed: ExploitFeed; readonly onSaved: () => void }) => {
  const t = useWords().feeds
  const org = useOrg()
  const notify = useNotify()
  const usual = feedAddresses[feed.kind]
  const [{ remote, daily, address }, set] = useState({ remote: feed.remote, daily: feed.daily, address: feed.address })
  const [busy, setBusy] = useState(false)
  const isChanged = remote !== feed.remote || daily !== feed.daily || address !== feed.address
  const save = async () => {
    setBusy(true)
    try {
      await api.feed.configure.call({ org, kind: feed.kind, remote, daily: remote && daily, address: address.trim() === usual ? null : address.trim(), version: feed.version })
      notify.success(t.saved)
      onSaved()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="vp-take vp-form">
      <h3>{t.settings}</h3>
      {!remote && <p className="hg-muted">{t.offText}</p>}
      <Checkbox checked={remote} onChange={(event) => set({ remote: event.target.checked, daily, address })}>{t.remote}</Checkbox>
      {remote && (
        <>
          <Checkbox checked={daily} onChange={(event) => set({ remote, daily: event.target.checked, address })}>{t.daily}</Checkbox>
          <label>
            <span>{t.address}</span>
            <Input value={address} maxLength={500} onChange={(event) => set({ remote, daily, address: event.target.value })} />
            <span className="hg-help">{t.addressHelp}</span>
          </label>
        </>
      )}
      <div className="vp-buttons">
        <Button disabled={!isChanged} loading={busy} onClick={() => void save()}>{t.save}</Button>
        {remote && address !== usual && <Button type="text" onClick={() => set({ remote, daily, address: usual })}>{t.usualAddress}</Button>}
      </div>
    </div>
  )
}
