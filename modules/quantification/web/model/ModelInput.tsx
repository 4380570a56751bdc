import '../base/quant.css'
import { useOrganisation, useText } from '@heng/web-kit'
import { createContext, useContext, type ReactNode } from 'react'
import { messages } from '../../locales/index.ts'
import { FrequencyInput } from './FrequencyInput.tsx'
import { MagnitudeInput } from './MagnitudeInput.tsx'
import { LimitInputs, SecondaryInput, VulnerabilityInput } from './MoreInputs.tsx'
import { Preview } from './Preview.tsx'
import { newModel, type DraftModel } from './draft.ts'

export interface ModelInputProps {
  readonly value?: DraftModel | null
  readonly onChange?: (value: DraftModel) => void
  readonly currency?: string
}

/** The risk that a model is written for, so that its controls count in the preview. */
export const RiskOfModel = createContext<string | null>(null)

const Part = ({ title, open, children }: { readonly title: string; readonly open: boolean; readonly children: ReactNode }) => (
  <details className="rq-part" open={open}>
    <summary>{title}</summary>
    <div className="rq-part-body">{children}</div>
  </details>
)

/** How often and how much, as sentences with places to fill; what few models need stays folded. */
export const ModelInput = ({ value, onChange, currency: given }: ModelInputProps) => {
  const t = useText(messages).pages.model
  const { currency: own } = useOrganisation()
  const currency = given ?? own
  const risk = useContext(RiskOfModel)
  const draft = value ?? newModel
  const change = (next: DraftModel) => onChange?.(next)
  return (
    <div className="rq-model">
      <p className="hg-help">{t.inherentNote}</p>
      <h3>{t.often}</h3>
      <FrequencyInput value={draft.frequency} onChange={(frequency) => change({ ...draft, frequency })} />
      <h3>{t.much}</h3>
      <MagnitudeInput label={t.magnitude.label} value={draft.magnitude} currency={currency} onChange={(magnitude) => change({ ...draft, magnitude })} />
      <p className="hg-help">{t.magnitude.hint}</p>
      <Part title={t.succeeds} open={draft.vulnerability !== undefined}><VulnerabilityInput value={draft} onChange={change} /></Part>
      <Part title={t.follows} open={draft.secondary !== undefined}><SecondaryInput value={draft} onChange={change} currency={currency} /></Part>
      <Part title={t.limits} open={draft.cap !== undefined || draft.insurance !== undefined}><LimitInputs value={draft} onChange={change} currency={currency} /></Part>
      {risk !== null && <Preview risk={risk} draft={draft} currency={currency} />}
    </div>
  )
}
