import { PlusOutlined } from '@ant-design/icons'
import { RecordSelect, useText, type AnyRecord } from '@heng/web-kit'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { useSetRisks } from './useSetRisks.ts'

export const AddRisks = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.plan
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const setRisks = useSetRisks(row)
  const add = async () => {
    setBusy(true)
    if (await setRisks([...(row['risks'] as string[]), ...chosen])) {
      setOpen(false)
      setChosen([])
    }
    setBusy(false)
  }
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t.addRisks}
      </Button>
      <Modal open={open} title={t.addRisks} okText={t.addRisks} okButtonProps={{ disabled: chosen.length === 0 }} confirmLoading={busy} onOk={() => void add()} onCancel={() => setOpen(false)}>
        <p className="hg-label">{t.choose}</p>
        <RecordSelect target="risk" multiple value={chosen} onChange={(value) => setChosen((value ?? []) as string[])} aria-label={t.choose} />
      </Modal>
    </>
  )
}
