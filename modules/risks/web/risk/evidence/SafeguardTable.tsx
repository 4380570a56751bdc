import './evidence.css'
import { fill } from '@heng/contract'
import { DateText, OrgLink, Scroll, StatusTag, useText, type Tone } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { useSharesText } from '../../base/useSharesText.ts'
import { useTargetName } from '../treatment/useTargetName.ts'
import type { Safeguard } from './types.ts'

const tones: Readonly<Record<NonNullable<Safeguard['class']>, Tone>> = { effective: 'good', partly: 'warning', ineffective: 'bad' }

/** Each control and verified measure: how well it works, what it would take off, and what of that counts. */
export const SafeguardTable = ({ safeguards }: { readonly safeguards: readonly Safeguard[] }) => {
  const t = useText(messages).pages.evidence
  const sharesOf = useSharesText()
  return (
    <Scroll label={t.safeguards}>
      <table className="rk-table rk-safeguards">
        <thead>
          <tr>
            <th scope="col">{t.safeguard}</th>
            <th scope="col">{t.works}</th>
            <th scope="col">{t.takesOff}</th>
            <th scope="col">{t.inMoney}</th>
          </tr>
        </thead>
        <tbody>
          {safeguards.map((s) => (
            <tr key={`${s.noun} ${s.id}`}>
              <th scope="row">
                <OrgLink to={`${s.noun === 'control' ? 'controls' : 'treatment-measures'}/${s.id}`}>
                  <span className="hg-reference">{s.reference}</span> {s.name}
                </OrgLink>
                {s.noun === 'treatmentMeasure' && <span className="hg-muted"> · {t.verified}</span>}
              </th>
              <td>
                <Works of={s} />
              </td>
              <td>
                <TakesOff of={s} />
              </td>
              <td className="hg-figure">{sharesOf(s) ?? <span className="hg-muted">{t.unassessed}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Works = ({ of: { percent, class: is, stale, at, noun } }: { readonly of: Safeguard }) => {
  const t = useText(messages).pages.evidence
  if (percent === null || is === null) return <span className="hg-muted">{t.untested}</span>
  return (
    <span className="rk-buttons">
      <b className="hg-figure">{percent} %</b>
      <StatusTag tone={tones[is]}>{t.classes[is]}</StatusTag>
      {stale && <StatusTag tone="warning">{t.stale}</StatusTag>}
      {at !== null && (
        <span className="hg-muted">
          {noun === 'control' ? t.since : t.verifiedOn} <DateText value={at.slice(0, 10)} />
        </span>
      )}
    </span>
  )
}

const TakesOff = ({ of: { reductions } }: { readonly of: Safeguard }) => {
  const t = useText(messages).pages.evidence
  const nameOf = useTargetName()
  const known = reductions.filter((r) => r.steps !== null && r.steps > 0)
  if (reductions.length === 0 || reductions.some((r) => r.steps === null)) return <span className="hg-muted">{t.unassessed}</span>
  if (known.length === 0) return <span>{t.nothing}</span>
  return (
    <ul className="rk-plain">
      {known.map(({ target, steps, counted }) => (
        <li key={target}>{fill(counted === null ? t.wouldTake : t.counted, { target: nameOf(target), steps: steps!, counted: counted ?? 0 })}</li>
      ))}
    </ul>
  )
}
