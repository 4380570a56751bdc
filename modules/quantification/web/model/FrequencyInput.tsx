import { useText } from '@heng/web-kit'
import { Select } from 'antd'
import { messages } from '../../locales/index.ts'
import { NumberBox } from './NumberBox.tsx'
import { wayOf, type DraftFrequency } from './draft.ts'

type Way = 'between' | 'poisson' | 'bernoulli' | 'negativeBinomial'
const ways: readonly Way[] = ['between', 'poisson', 'bernoulli']

/** How often it happens, as a sentence. */
export const FrequencyInput = ({ value = {}, onChange }: { readonly value: DraftFrequency | undefined; readonly onChange: (value: DraftFrequency) => void }) => {
  const t = useText(messages).pages.model.frequency
  const way = wayOf(value, 'between')
  const { between, poisson, bernoulli, negativeBinomial } = value
  const percent = bernoulli?.p === undefined ? undefined : Number((100 * bernoulli.p).toPrecision(12))
  return (
    <>
      <div className="rq-sentence">
        <Select<Way>
          aria-label={t.label} value={way} style={{ width: 190 }} options={[...ways, ...(way === 'negativeBinomial' ? [way] : [])].map((one) => ({ value: one, label: t[one] }))}
          onChange={(next) => onChange({ [next]: next === 'bernoulli' ? { p: undefined } : {} })}
        />
        {way === 'between' && (
          <>
            <span>{t.prefixBetween}</span>
            <NumberBox label={`${t.label} 5%`} value={between?.p5} onChange={(p5) => onChange({ between: { ...between, p5 } })} />
            <span>{t.and}</span>
            <NumberBox label={`${t.label} 95%`} value={between?.p95} onChange={(p95) => onChange({ between: { ...between, p95 } })} />
            <span>{t.unitYear}</span>
          </>
        )}
        {way === 'poisson' && (
          <>
            <span>{t.prefixPoisson}</span>
            <NumberBox label={t.label} value={poisson?.rate} onChange={(rate) => onChange({ poisson: { rate } })} />
            <span>{t.unitYear}</span>
          </>
        )}
        {way === 'bernoulli' && (
          <>
            <span>{t.prefixBernoulli}</span>
            <NumberBox label={t.label} value={percent} onChange={(p) => onChange({ bernoulli: { p: p === undefined ? undefined : p / 100 } })} />
            <span>{t.unitPercent}</span>
          </>
        )}
        {way === 'negativeBinomial' && (
          <>
            <span>{t.prefixPoisson}</span>
            <NumberBox label={t.label} value={rounded(negativeBinomial?.mean)} onChange={(mean) => onChange({ negativeBinomial: { ...negativeBinomial, mean } })} />
            <span>{t.unitYear}</span>
            <NumberBox label={t.dispersion} value={rounded(negativeBinomial?.dispersion)} onChange={(dispersion) => onChange({ negativeBinomial: { ...negativeBinomial, dispersion } })} />
            <span className="hg-muted">{t.dispersion}</span>
          </>
        )}
      </div>
      <p className="hg-help">{t.hint}</p>
    </>
  )
}

const rounded = (value: number | undefined): number | undefined => (value === undefined ? undefined : Number(value.toPrecision(4)))
