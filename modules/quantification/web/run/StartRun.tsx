import { fill } from '@heng/contract'
import { formatDate, RecordSelect, useLocale, useNotify, useOrg, useText, uuid } from '@heng/web-kit'
import { Button, Input, InputNumber, Modal, Slider } from 'antd'
import { useId, useRef, useState } from 'react'
import { defaultYears } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'

/** What a run needs to know; everything else is as it stands today. */
export const StartRun = ({ onStarted, onClose }: { readonly onStarted: (job: string) => void; readonly onClose: () => void }) => {
  const t = useText(messages).pages.run
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const id = useId()
  const key = useRef(uuid())
  const [name, setName] = useState(fill(t.defaultName, { date: formatDate(new Date().toISOString(), locale) }))
  const [unit, setUnit] = useState<string | null>(null)
  const [years, setYears] = useState<number | null>(defaultYears)
  const [seed, setSeed] = useState<number | null>(1)
  const [coefficient, setCoefficient] = useState(0.5)
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      const { jobId } = await api.lossRun.start.call({ org, name, unit, years: years ?? defaultYears, seed: seed ?? 1, coefficient }, { context: { idempotencyKey: key.current } })
      onStarted(jobId)
      onClose()
      await refresh()
    } catch (error) {
      key.current = uuid()
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.startTitle} onCancel={onClose} footer={<Button type="primary" loading={busy} disabled={name.trim() === ''} onClick={() => void go()}>{t.go}</Button>}>
      <div className="rq-fields">
        <label htmlFor={`${id}-name`} className="hg-label">{t.name}</label>
        <Input id={`${id}-name`} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        <label htmlFor={`${id}-unit`} className="hg-label">{t.unit}</label>
        <RecordSelect id={`${id}-unit`} target="unit" value={unit} onChange={(next) => setUnit(next as string | null)} />
        <label htmlFor={`${id}-years`} className="hg-label">{t.years}</label>
        <InputNumber<number> id={`${id}-years`} value={years} min={10_000} max={5_000_000} step={100_000} precision={0} style={{ width: '100%' }} onChange={setYears} />
        <label htmlFor={`${id}-seed`} className="hg-label">{t.seed}</label>
        <InputNumber<number> id={`${id}-seed`} value={seed} min={0} max={2_147_483_647} precision={0} style={{ width: '100%' }} onChange={setSeed} />
        <span className="hg-label">{t.coefficient}: {coefficient}</span>
        <Slider min={0} max={0.95} step={0.05} value={coefficient} onChange={setCoefficient} ariaLabelForHandle={t.coefficient} />
        <p className="hg-help">{t.coefficientHelp}</p>
      </div>
    </Modal>
  )
}
