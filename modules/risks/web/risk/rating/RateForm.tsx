import './rating.css'
import { fill, listed } from '@heng/contract'
import { useLocale, useNotify, useOrg, useText, uuid, type AnyRecord } from '@heng/web-kit'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import type { Rating } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'
import { api, useRefreshRisks } from '../../base/api.ts'
import { RiskLevel } from '../../base/RiskLevel.tsx'
import { suggestionFor, useKnowledge } from '../../base/useKnowledge.ts'
import { useMethod, type InForce } from '../../base/useMethod.ts'
import { AreasTable } from '../../criteria/AreasSection.tsx'
import { AssetValue } from './AssetValue.tsx'
import { ExistingControls } from './ExistingControls.tsx'
import { FactorInput } from './FactorInput.tsx'
import { ScanEvidence, useScanEvidence } from './ScanEvidence.tsx'
import { useRateForm } from './useRateForm.ts'

export interface RateFormProps {
  readonly row: AnyRecord
  readonly basis: 'inherent' | 'current'
  readonly inForce: InForce
  readonly cancellable: boolean
  readonly onDone: () => void
}

const impactFactors = new Set(['impact', 'consequence', 'vulnerability'])

/** Factors, rationale, and what they come to while one is still choosing. */
export const RateForm = ({ row, basis, inForce, cancellable, onDone }: RateFormProps) => {
  const t = useText(messages).pages.rating
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const knowledge = useKnowledge()
  const { levelName } = useMethod()
  const id = useId()
  const key = useRef(uuid())
  const [busy, setBusy] = useState(false)
  const { method, scales } = inForce
  const inherent = row['inherent'] as Rating | null
  const form = useRateForm(row, method, row[basis] as Rating | null)
  const scans = useScanEvidence(row.id)
  const nameOf = (factor: string) => method.definition.factors.find((f) => f.id === factor)?.title[locale] ?? factor
  const given = Object.fromEntries(Object.entries(form.factors).filter(([, v]) => v !== undefined)) as Record<string, number | null>
  const ready = form.rationale.trim() !== '' && Object.values(given).some((v) => v !== null)
  const save = async () => {
    setBusy(true)
    try {
      const saved = await api.risk.rate.call({ org, id: row.id, version: row.version, basis, factors: given, rationale: form.rationale.trim() }, { context: { idempotencyKey: key.current } })
      const level = saved[`${basis}Level`]
      notify.success(level === null ? t.savedUnknown : fill(t.saved, { level: levelName(level) }))
      onDone()
      await refresh()
    } catch (error) {
      key.current = uuid()
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="rk-rate"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      <div className="rk-rate-factors">
        {method.usesAsset && <AssetValue row={row} />}
        {basis === 'current' && <ExistingControls row={row} />}
        {basis === 'current' && inherent !== null && row['current'] == null && (
          <button type="button" className="hg-text-button" onClick={() => form.take(inherent)}>
            {t.copyInherent}
          </button>
        )}
        {method.rated.map((factor) => (
          <FactorInput
            key={factor.id} factor={factor} scales={scales} value={form.factors[factor.id]} onChange={(value) => form.set(factor.id, value)}
            suggested={suggestionFor(knowledge, factor.id, { threat: row['threat'], vulnerability: row['vulnerability'] })}
            evidence={scans?.factors.includes(factor.id) === true && <ScanEvidence evidence={scans} value={form.factors[factor.id]} max={factor.max} onTake={(level, why) => form.adopt(factor.id, level, why)} />}
          />
        ))}
        {scales.impactAreas.length > 0 && method.rated.some((f) => impactFactors.has(f.id)) && (
          <details className="rk-areas-more">
            <summary>{t.areas}</summary>
            <AreasTable areas={scales.impactAreas} />
          </details>
        )}
        <div>
          <label htmlFor={id} className="hg-label">
            {t.rationale}
          </label>
          <Input.TextArea id={id} value={form.rationale} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => form.setRationale(event.target.value)} aria-describedby={`${id}-help`} />
          <p id={`${id}-help`} className="hg-help">
            {t.rationaleHelp}
          </p>
        </div>
      </div>
      <aside className="rk-preview" aria-live="polite">
        <span className="rk-three-name">{t.preview}</span>
        <RiskLevel value={form.preview.level} />
        <dl>
          {(['likelihood', 'impact'] as const).map((axis) => (
            <div key={axis}>
              <dt>{method.axes[axis].title[locale]}</dt>
              <dd className="hg-figure">{form.preview[axis] ?? '–'}</dd>
            </div>
          ))}
        </dl>
        {form.preview.level === null && <p className="hg-help">{fill(t.previewMissing, { missing: listed(locale, form.missing.map(nameOf)) })}</p>}
        <div className="rk-buttons">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
            {t.save}
          </Button>
          {cancellable && <Button onClick={onDone}>{t.close}</Button>}
        </div>
      </aside>
    </form>
  )
}
