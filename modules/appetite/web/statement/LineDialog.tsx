import '../base/base.css'
import { fill } from '@heng/contract'
import { errorWords, isApiError, uuid, useKitText, useText } from '@heng/web-kit'
import { Alert, Button, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { categoryKey, type Category, type Limits, type Line } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useCategory } from '../base/useCategory.ts'
import { useUnits } from '../base/useUnits.ts'
import { AmountPair, type Pair } from './AmountPair.tsx'
import { useBadYear } from './LimitText.tsx'

export interface LineDialogProps {
  /** A line, or where a new one goes. */
  readonly line: Line | { readonly category: Category; readonly unit: string | null }
  readonly levels: readonly { readonly value: number; readonly name: string }[]
  readonly currency: string
  readonly percentile: number
  readonly onClose: () => void
  /** Rejects with what the server refused. */
  readonly onSave: (line: Line) => Promise<void>
  readonly onRemove: ((id: string) => Promise<void>) | undefined
}

const wholePair = ({ appetite, tolerance }: Pair): Limits | 'half' => {
  if (appetite === null && tolerance === null) return null
  return appetite === null || tolerance === null ? 'half' : { appetite, tolerance }
}
const pairOf = (limits: Limits | undefined): Pair => limits ?? { appetite: null, tolerance: null }

/** One line: whom it speaks of, and how much is wanted and borne. */
export const LineDialog = ({ line, levels, currency, percentile, onClose, onSave, onRemove }: LineDialogProps) => {
  const t = useText(messages).pages.statement
  const kit = useKitText()
  const id = useId()
  const badYear = useBadYear(percentile)
  const { groups, categoryOf, whole } = useCategory()
  const units = useUnits()
  const given = 'id' in line ? line : undefined
  const [category, setCategory] = useState(categoryKey(line.category))
  const [unit, setUnit] = useState(line.unit)
  const [level, setLevel] = useState<Pair>(pairOf(given?.level))
  const [expected, setExpected] = useState<Pair>(pairOf(given?.expected))
  const [extreme, setExtreme] = useState<Pair>(pairOf(given?.extreme))
  const [words, setWords] = useState(given?.words ?? '')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const carry = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
      onClose()
    } catch (error) {
      setWrong(isApiError(error) ? errorWords(error, kit).message : String(error))
      setBusy(false)
    }
  }
  const save = () => {
    const [l, e, x] = [wholePair(level), wholePair(expected), wholePair(extreme)]
    if (l === 'half' || e === 'half' || x === 'half') return setWrong(t.half)
    void carry(() => onSave({ id: given?.id ?? uuid(), category: categoryOf(category), unit, level: l, expected: e, extreme: x, words: words.trim() === '' ? null : words.trim() }))
  }
  const step = (key: keyof Pair, label: string) => (
    <div>
      <label className="hg-label" htmlFor={`${id}-${key}`}>{label}</label>
      <Select<number>
        id={`${id}-${key}`} allowClear value={level[key] as never} placeholder={t.notStated} options={levels.map((l) => ({ value: l.value, label: `${l.value} ${l.name}` }))}
        onChange={(value: number | undefined) => setLevel({ ...level, [key]: value ?? null })}
      />
    </div>
  )
  return (
    <Modal
      open title={given === undefined ? t.addLine : t.editLine} okText={kit.actions.save} confirmLoading={busy} onOk={save} onCancel={onClose} width={620}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          {given !== undefined && onRemove !== undefined && <Button danger style={{ float: 'inline-start' }} disabled={busy} onClick={() => void carry(() => onRemove(given.id))}>{t.removeLine}</Button>}
          <CancelBtn />
          <OkBtn />
        </>
      )}
    >
      <div className="ap-fields">
        <div>
          <label className="hg-label" htmlFor={`${id}-category`}>{t.category}</label>
          <Select id={`${id}-category`} showSearch={{ optionFilterProp: 'label' }} value={category} options={groups.map((g) => ({ label: g.label, options: g.options.map(({ value, label }) => ({ value, label })) }))} onChange={setCategory} />
        </div>
        <div>
          <label className="hg-label" htmlFor={`${id}-unit`}>{t.unit}</label>
          <Select<string> id={`${id}-unit`} showSearch={{ optionFilterProp: 'label' }} value={unit ?? ''} options={[{ value: '', label: whole }, ...units.all.map((u) => ({ value: u.id, label: u.name }))]} onChange={(value) => setUnit(value === '' ? null : value)} />
        </div>
        {step('appetite', t.levelWanted)}
        {step('tolerance', t.levelBorne)}
        <AmountPair title={t.expected} about={t.expectedAbout} currency={currency} value={expected} onChange={setExpected} />
        <AmountPair title={badYear} about={fill(t.extremeAbout, { percentile })} currency={currency} value={extreme} onChange={setExtreme} />
        <div className="ap-wide">
          <label className="hg-label" htmlFor={`${id}-words`}>{t.inWords}</label>
          <Input.TextArea id={`${id}-words`} value={words} maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={t.inWordsExample} onChange={(event) => setWords(event.target.value)} />
        </div>
      </div>
      {wrong !== undefined && <Alert role="alert" className="ap-notice" type="error" showIcon title={wrong} />}
    </Modal>
  )
}
