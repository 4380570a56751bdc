import { fill } from '@heng/contract'
import { useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { Input, InputNumber, Modal, Segmented } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshTests } from '../api.ts'
import { SizeHelp } from './SizeHelp.tsx'

interface Props {
  readonly row: AnyRecord
  readonly test: AnyRecord | undefined
  readonly close: () => void
}

/** Draws a sample: from a number or a list, by a seed, as many as needed. */
export const DrawDialog = ({ row, test, close }: Props) => {
  const t = useText(messages).tests.result
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshTests()
  const id = useId()
  const again = row['seed'] !== null
  const [by, setBy] = useState<'count' | 'list'>('count')
  const [count, setCount] = useState<number | null>(row['populationSize'] as number | null)
  const [list, setList] = useState('')
  const [size, setSize] = useState<number | null>(null)
  const [seed, setSeed] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const identifiers = list.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const population = by === 'count' ? count : identifiers.length
  const ready = population !== null && population > 0 && (!again || reason.trim() !== '')
  const draw = async () => {
    setBusy(true)
    try {
      const drawn = await api.testResult.draw.call({
        org, id: row.id, version: row.version,
        ...(by === 'count' ? { populationSize: count! } : { identifiers }),
        ...(size === null ? {} : { size }),
        ...(seed.trim() === '' ? {} : { seed: seed.trim() }),
        ...(again ? { reason: reason.trim() } : {}),
      })
      await refresh()
      notify.success(fill(t.drawn, { count: drawn.items?.length ?? 0 }))
      close()
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.drawTitle} okText={t.draw} okButtonProps={{ disabled: !ready }} confirmLoading={busy} onOk={() => void draw()} onCancel={close}>
      <div className="ct-draw">
        <p className="hg-muted">{t.drawAbout}</p>
        <Segmented aria-label={t.population} value={by} onChange={setBy} options={[{ value: 'count', label: t.byCount }, { value: 'list', label: t.byList }]} />
        {by === 'count' ? (
          <div>
            <label className="hg-label" htmlFor={`${id}-count`}>{t.population}</label>
            <InputNumber id={`${id}-count`} value={count} min={1} precision={0} onChange={setCount} />
          </div>
        ) : (
          <div>
            <label className="hg-label" htmlFor={`${id}-list`}>{t.list}</label>
            <Input.TextArea id={`${id}-list`} value={list} autoSize={{ minRows: 4, maxRows: 10 }} onChange={(event) => setList(event.target.value)} />
            <p className="hg-help">{fill(t.listCount, { count: identifiers.length })}</p>
          </div>
        )}
        <div>
          <label className="hg-label" htmlFor={`${id}-size`}>{t.size}</label>
          <InputNumber id={`${id}-size`} value={size} min={1} max={1_000} precision={0} onChange={setSize} />
          <SizeHelp test={test} population={population} />
        </div>
        <div>
          <label className="hg-label" htmlFor={`${id}-seed`}>{t.seed}</label>
          <Input id={`${id}-seed`} value={seed} maxLength={100} onChange={(event) => setSeed(event.target.value)} />
          <p className="hg-help">{t.seedHelp}</p>
        </div>
        {again && (
          <div>
            <label className="hg-label" htmlFor={`${id}-reason`}>{t.drawReason}</label>
            <Input id={`${id}-reason`} value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />
          </div>
        )}
      </div>
    </Modal>
  )
}
