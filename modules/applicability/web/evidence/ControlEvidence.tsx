import './evidence.css'
import { fill } from '@heng/contract'
import { ControlState } from '@heng/controls/web/parts'
import { DateText, OrgLink, StatusTag, type Tone } from '@heng/web-kit'
import type { EvidencedControl } from '../../contract/index.ts'
import { useWords } from '../words.ts'

const tones: Readonly<Record<NonNullable<EvidencedControl['class']>, Tone>> = { effective: 'good', partly: 'warning', ineffective: 'bad' }

/** How well a control works as its tests show; its state where it does not run. */
export const Effectiveness = ({ of: { state, percent, class: is, stale } }: { readonly of: EvidencedControl }) => {
  const { evidence: t } = useWords().t
  if (state !== 'implemented') return <ControlState state={state} />
  if (percent === null || is === null) return <span className="hg-not-assessed">{t.untested}</span>
  return (
    <span className="sa-effect">
      <b className="hg-figure">{fill(t.percent, { percent })}</b> <StatusTag tone={tones[is]}>{t.classes[is]}</StatusTag>
      {stale && <StatusTag tone="warning">{t.stale}</StatusTag>}
    </span>
  )
}

/** Controls with what their tests show and since when, each a way to it. */
export const ControlEvidence = ({ controls }: { readonly controls: readonly EvidencedControl[] }) => {
  const { evidence: t } = useWords().t
  if (controls.length === 0) return <p className="hg-muted">{t.none}</p>
  return (
    <ul className="sa-controls">
      {controls.map((control) => (
        <li key={control.id} data-retired={control.state === 'retired'}>
          <OrgLink to={`controls/${control.id}`}>
            <span className="hg-reference">{control.reference}</span> {control.name}
          </OrgLink>
          <Effectiveness of={control} />
          <Since at={control.state === 'implemented' ? (control.at ?? control.stateSince) : control.stateSince} />
        </li>
      ))}
    </ul>
  )
}

const Since = ({ at }: { readonly at: string | null }) => {
  const { evidence: t } = useWords().t
  if (at === null) return null
  const [before, after] = t.since.split('{date}')
  return (
    <span className="hg-muted">
      {before}
      <DateText value={at.slice(0, 10)} />
      {after}
    </span>
  )
}
