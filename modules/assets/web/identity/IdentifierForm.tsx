import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useKitText, useNotify, useOrg, useText } from '@heng/web-kit'
import { Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { identifierKinds } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'

type Kind = (typeof identifierKinds)[number]
interface Line {
  readonly key: number
  readonly kind: Kind
  readonly value: string
}
interface Props {
  readonly id: string
  readonly identifiers: readonly { readonly kind: Kind; readonly value: string }[]
  readonly onClose: () => void
}

/** Edits the identifiers of an asset as a whole; what stays keeps its source and first sighting. */
export const IdentifierForm = ({ id, identifiers, onClose }: Props) => {
  const t = useText(messages).pages.identity
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const last = useRef(identifiers.length)
  const [lines, setLines] = useState<readonly Line[]>(identifiers.map(({ kind, value }, key) => ({ key, kind, value })))
  const [busy, setBusy] = useState(false)
  const change = (key: number, patch: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...patch } : line)))
  const save = async () => {
    setBusy(true)
    try {
      const given = lines.filter(({ value }) => value.trim() !== '').map(({ kind, value }) => ({ kind, value: value.trim() }))
      await api.identity.set.call({ org, id, identifiers: given })
      await refresh()
      notify.success(t.saved)
      onClose()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="as-identifiers"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {lines.map(({ key, kind, value }) => (
        <div key={key} className="as-identifier">
          <Select aria-label={t.kind} value={kind} options={identifierKinds.map((one) => ({ value: one, label: t.kinds[one] }))} onChange={(next) => change(key, { kind: next })} />
          <Input aria-label={t.value} className="as-code" value={value} maxLength={300} autoFocus={value === ''} onChange={(event) => change(key, { value: event.target.value })} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={fill(t.remove, { value: value === '' ? t.kinds[kind] : value })} onClick={() => setLines(lines.filter((line) => line.key !== key))} />
        </div>
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => {
          last.current += 1
          setLines([...lines, { key: last.current, kind: 'hostname', value: '' }])
        }}
      >
        {t.add}
      </Button>
      <div className="as-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {kit.actions.save}
        </Button>
        <Button onClick={onClose}>{kit.actions.cancel}</Button>
      </div>
    </form>
  )
}
