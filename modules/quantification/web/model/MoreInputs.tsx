import { useText } from '@heng/web-kit'
import { Button, Select } from 'antd'
import { messages } from '../../locales/index.ts'
import { AmountBox, NumberBox } from './NumberBox.tsx'
import { MagnitudeInput } from './MagnitudeInput.tsx'
import type { DraftModel } from './draft.ts'

interface Props {
  readonly value: DraftModel
  readonly onChange: (value: DraftModel) => void
  readonly currency: string
}
type Way = 'all' | 'share' | 'contest'
const shown = (share: number | undefined): number | undefined => (share === undefined ? undefined : Number((100 * share).toPrecision(12)))
const kept = (percent: number | undefined): number | undefined => (percent === undefined ? undefined : percent / 100)

/** Which events lead to a loss: all, a share, or those whose capability exceeds the strength that meets them. */
export const VulnerabilityInput = ({ value, onChange }: Omit<Props, 'currency'>) => {
  const t = useText(messages).pages.model
  const { vulnerability, ...rest } = value
  const way: Way = vulnerability === undefined ? 'all' : typeof vulnerability === 'object' ? 'contest' : 'share'
  const contest = (typeof vulnerability === 'object' ? vulnerability : {}) as { capability?: DraftModel['magnitude']; strength?: DraftModel['magnitude'] }
  const start: Record<Way, DraftModel['vulnerability']> = { all: undefined, share: 0.5, contest: { capability: { pert: {} }, strength: { pert: {} } } }
  return (
    <>
      <div className="rq-sentence">
        <Select<Way> aria-label={t.vulnerability.label} value={way} style={{ width: 230 }} options={(['all', 'share', 'contest'] as const).map((one) => ({ value: one, label: t.vulnerability[one] }))} onChange={(next) => onChange(next === 'all' ? rest : { ...rest, vulnerability: start[next] })} />
        {way === 'share' && (
          <>
            <NumberBox label={t.vulnerability.label} value={shown(vulnerability as number)} onChange={(percent) => onChange({ ...rest, vulnerability: kept(percent) ?? (Number.NaN as number) })} />
            <span>{t.vulnerability.unit}</span>
          </>
        )}
      </div>
      {way === 'contest' && (
        <>
          {(['capability', 'strength'] as const).map((side) => (
            <div key={side} className="rq-sentence">
              <span className="rq-side">{t.vulnerability[side]}</span>
              {(['min', 'mode', 'max'] as const).map((end) => (
                <span key={end} className="rq-sentence">
                  <span>{t.magnitude[end]}</span>
                  <NumberBox width={80} label={`${t.vulnerability[side]}: ${t.magnitude[end]}`} value={contest[side]?.pert?.[end]} onChange={(one) => onChange({ ...rest, vulnerability: { ...contest, [side]: { pert: { ...contest[side]?.pert, [end]: one } } } as DraftModel['vulnerability'] })} />
                </span>
              ))}
            </div>
          ))}
          <p className="hg-help">{t.vulnerability.hint}</p>
        </>
      )}
    </>
  )
}

/** Further loss that some events bring. */
export const SecondaryInput = ({ value, onChange, currency }: Props) => {
  const t = useText(messages).pages.model
  const { secondary, ...rest } = value
  if (secondary === undefined) return <Button size="small" onClick={() => onChange({ ...rest, secondary: { probability: 0.1, magnitude: { lognormal: {} } } })}>{t.secondary.add}</Button>
  return (
    <>
      <div className="rq-sentence">
        <NumberBox label={t.secondary.label} value={shown(secondary.probability)} onChange={(percent) => onChange({ ...rest, secondary: { ...secondary, probability: kept(percent) } })} />
        <span>{t.secondary.probability}</span>
        <Button size="small" onClick={() => onChange(rest)}>{t.secondary.remove}</Button>
      </div>
      <div className="rq-sentence">
        <span>{t.secondary.cost}</span>
        <MagnitudeInput label={t.secondary.cost} value={secondary.magnitude} currency={currency} onChange={(magnitude) => onChange({ ...rest, secondary: { ...secondary, magnitude } })} />
      </div>
    </>
  )
}

/** What bounds an event's cost: nothing larger is possible, or somebody else pays. */
export const LimitInputs = ({ value, onChange, currency }: Props) => {
  const t = useText(messages).pages.model
  const { cap, insurance, ...rest } = value
  const set = (next: Pick<DraftModel, 'cap' | 'insurance'>) => onChange({ ...rest, ...(next.cap === undefined ? {} : { cap: next.cap }), ...(next.insurance === undefined ? {} : { insurance: next.insurance }) })
  return (
    <>
      <div className="rq-sentence">
        <span>{t.cap.label}</span>
        <AmountBox label={t.cap.label} currency={currency} value={cap} onChange={(next) => set({ cap: next, insurance })} />
      </div>
      {insurance === undefined ? <Button size="small" onClick={() => set({ cap, insurance: {} })}>{t.insurance.add}</Button> : (
        <div className="rq-sentence">
          <span>{t.insurance.deductible}</span>
          <AmountBox label={t.insurance.deductible} currency={currency} value={insurance.deductible} onChange={(deductible) => set({ cap, insurance: { ...insurance, deductible } })} />
          <span>{t.insurance.limit}</span>
          <AmountBox label={t.insurance.limit} currency={currency} value={insurance.limit} onChange={(limit) => set({ cap, insurance: { ...insurance, limit } })} />
          <Button size="small" onClick={() => set({ cap })}>{t.insurance.remove}</Button>
        </div>
      )}
    </>
  )
}
