import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { RecordSelect, useNotify, useOrg, useText } from '@heng/web-kit'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'

/** Chooses assets that this one depends on; the note says in what way. */
export const AddDependency = ({ id, known }: { readonly id: string; readonly known: readonly string[] }) => {
  const t = useText(messages).pages.dependencies
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const field = useId()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    try {
      const { added } = await api.dependency.add.call({ org, id, dependsOn: [...chosen], ...(note.trim() === '' ? {} : { note: note.trim() }) })
      await refresh()
      if (added === 0) notify.info(t.known)
      else notify.success(fill(t.added, { count: added }))
      setChosen([])
      setNote('')
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="as-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label htmlFor={`${field}-assets`}>{t.addTitle}</label>
      <div className="as-add-row">
        <RecordSelect
          id={`${field}-assets`}
          target="asset"
          multiple
          value={chosen}
          onChange={(next) => setChosen(((next ?? []) as readonly string[]).filter((one) => one !== id && !known.includes(one)))}
        />
        <Input aria-label={t.note} placeholder={t.note} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        <Button htmlType="submit" icon={<PlusOutlined />} loading={busy} disabled={chosen.length === 0}>
          {t.add}
        </Button>
      </div>
    </form>
  )
}
