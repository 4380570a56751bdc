import { DeleteOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ConfirmReason, LevelTag, OrgLink, useNotify, useNoun, useOrg, useText, valueLabel } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { asset as noun } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'
import { KeyMark } from '../value/KeyMark.tsx'

export interface Neighbour {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly tier: string
  readonly value: number | null
  readonly keyAsset: boolean | null
  readonly note: string | null
}

interface Props {
  readonly items: readonly Neighbour[]
  readonly empty: string
  /** The asset that depends on the items, where the caller may take dependencies away. */
  readonly asset: string | undefined
}

/** Assets one step away; the dependency on them may be taken away. */
export const NeighbourList = ({ items, empty, asset }: Props) => {
  const t = useText(messages).pages.dependencies
  const kit = useNoun(noun)
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const [removing, setRemoving] = useState<Neighbour>()
  const [busy, setBusy] = useState(false)
  if (items.length === 0) return <p className="hg-muted">{empty}</p>
  const remove = async (reason: string | undefined) => {
    if (removing === undefined || asset === undefined) return
    setBusy(true)
    try {
      await api.dependency.remove.call({ org, id: asset, dependsOn: removing.id, ...(reason === undefined ? {} : { reason }) })
      await refresh()
      notify.success(t.removed)
      setRemoving(undefined)
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <ul className="as-neighbours">
        {items.map((item) => (
          <li key={item.id}>
            <span className="as-neighbour-name">
              <OrgLink to={`assets/${item.id}`}>{item.name}</OrgLink> <span className="hg-reference">{item.reference}</span>
              {item.keyAsset === true && <KeyMark short />}
              {item.note !== null && <span className="hg-muted as-note">{item.note}</span>}
            </span>
            <span className="hg-muted">{valueLabel(kit.text, 'tier', item.tier)}</span>
            <LevelTag value={item.value} />
            {asset !== undefined && (
              <Button type="text" icon={<DeleteOutlined />} aria-label={fill(t.remove, { name: item.name })} onClick={() => setRemoving(item)} />
            )}
          </li>
        ))}
      </ul>
      <ConfirmReason
        open={removing !== undefined}
        title={fill(t.removeTitle, { name: removing?.name ?? '' })}
        text={t.removeText}
        confirm={t.removeConfirm}
        busy={busy}
        onConfirm={(reason) => void remove(reason)}
        onCancel={() => setRemoving(undefined)}
      />
    </>
  )
}
