import type { Rating } from '@heng/risks/contract'
import { FactorInput, RiskLevel, useRateForm, type InForce } from '@heng/risks/web/parts'
import { useKitText, useNotify, type AnyRecord } from '@heng/web-kit'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../words.ts'

export interface RatingFormProps {
  readonly row: AnyRecord
  /** As the item has it, or the record. */
  readonly rating: Rating | null
  readonly inForce: InForce
  readonly onSave: (rating: Pick<Rating, 'factors' | 'rationale'>) => Promise<void>
  readonly onCancel: () => void
}

/** A rating proposed for a risk; who rates and when is noted when the set is applied. */
export const RatingForm = ({ row, rating, inForce, onSave, onCancel }: RatingFormProps) => {
  const t = useWords().page.editor
  const kitText = useKitText()
  const id = useId()
  const notify = useNotify()
  const form = useRateForm(row, inForce.method, rating)
  const [busy, setBusy] = useState(false)
  const factors = Object.fromEntries(Object.entries(form.factors).filter(([, value]) => value !== undefined)) as Record<string, number | null>
  const ready = form.rationale.trim() !== '' && Object.values(factors).some((value) => value !== null)
  const save = async () => {
    setBusy(true)
    try {
      await onSave({ factors, rationale: form.rationale.trim() })
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <form
      className="ch-form ch-rating"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      {inForce.method.rated.map((factor) => (
        <FactorInput key={factor.id} factor={factor} scales={inForce.scales} value={form.factors[factor.id]} suggested={null} onChange={(value) => form.set(factor.id, value)} />
      ))}
      <div>
        <label htmlFor={id} className="hg-label">{t.rationale}</label>
        <Input.TextArea id={id} value={form.rationale} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => form.setRationale(event.target.value)} />
      </div>
      <p aria-live="polite">{t.comesTo} <RiskLevel value={form.preview.level} /></p>
      <div className="ch-buttons">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>{t.save}</Button>
        <Button onClick={onCancel}>{kitText.actions.cancel}</Button>
      </div>
    </form>
  )
}
