import './limits.css'
import { EditOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { errorWords, useKitText, useText } from '@heng/web-kit'
import { Alert, Button, InputNumber, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Limits, Together } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Section } from '../base/Section.tsx'
import { AmountPair, type Pair } from './AmountPair.tsx'
import { MoneyLimit, useBadYear } from './LimitText.tsx'

export interface TogetherProps {
  readonly value: Together
  readonly currency: string
  readonly percentile: number
  readonly save?: ((value: Together, percentile: number) => Promise<void>) | undefined
}

/** Limits for all risks of the organisation together, and which year counts as a bad one. */
export const TogetherView = ({ value, currency, percentile }: Pick<TogetherProps, 'value' | 'currency'> & { readonly percentile: number | null }) => {
  const t = useText(messages).pages.statement
  const badYear = useBadYear(percentile)
  return (
    <div className="ap-limit">
      {value.expected !== null && <MoneyLimit title={t.expected} limits={value.expected} currency={currency} />}
      {value.extreme !== null && <MoneyLimit title={badYear} limits={value.extreme} currency={currency} />}
      {value.expected === null && value.extreme === null && <span className="hg-muted">{t.noAmounts}</span>}
      {percentile !== null && <span className="hg-muted">{fill(t.percentileIs, { percentile })}</span>}
    </div>
  )
}

export const TogetherSection = ({ value, currency, percentile, save }: TogetherProps) => {
  const t = useText(messages).pages.statement
  const kit = useKitText()
  const [editing, setEditing] = useState(false)
  return (
    <Section title={t.together} about={t.togetherAbout} actions={save !== undefined && <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>{kit.actions.edit}</Button>}>
      <TogetherView value={value} currency={currency} percentile={percentile} />
      {editing && <Edit value={value} currency={currency} percentile={percentile} save={save!} onClose={() => setEditing(false)} />}
    </Section>
  )
}

const whole = ({ appetite, tolerance }: Pair): Limits => (appetite === null || tolerance === null ? null : { appetite, tolerance })
const half = ({ appetite, tolerance }: Pair): boolean => (appetite === null) !== (tolerance === null)
const none: Pair = { appetite: null, tolerance: null }

const Edit = ({ value, currency, percentile, save, onClose }: Required<Pick<TogetherProps, 'value' | 'currency' | 'percentile'>> & { readonly save: NonNullable<TogetherProps['save']>; readonly onClose: () => void }) => {
  const t = useText(messages).pages.statement
  const kit = useKitText()
  const id = useId()
  const [expected, setExpected] = useState<Pair>(value.expected ?? none)
  const [extreme, setExtreme] = useState<Pair>(value.extreme ?? none)
  const [year, setYear] = useState(percentile)
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const badYear = useBadYear(year)
  const go = async () => {
    if (half(expected) || half(extreme)) return setWrong(t.half)
    setBusy(true)
    try {
      await save({ expected: whole(expected), extreme: whole(extreme) }, year)
      onClose()
    } catch (error) {
      setWrong(errorWords(error, kit).message)
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.together} okText={kit.actions.save} confirmLoading={busy} onOk={() => void go()} onCancel={onClose} width={620}>
      <div className="ap-fields">
        <AmountPair title={t.expected} about={t.togetherExpected} currency={currency} value={expected} onChange={setExpected} />
        <AmountPair title={badYear} about={t.togetherExtreme} currency={currency} value={extreme} onChange={setExtreme} />
        <div className="ap-wide">
          <label className="hg-label" htmlFor={id}>{t.percentile}</label>
          <InputNumber id={id} min={50} max={99.9} step={1} suffix="%" value={year} onChange={(next) => setYear(next ?? percentile)} />
          <p className="hg-help">{t.percentileHelp}</p>
        </div>
      </div>
      {wrong !== undefined && <Alert className="ap-notice" role="alert" type="error" showIcon title={wrong} />}
    </Modal>
  )
}
