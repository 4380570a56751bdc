import '../../base/base.css'
import { fill, type Label } from '@heng/contract'
import { NotGiven, RecordLink, useText } from '@heng/web-kit'
import type { ControlEffects } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'
import { useEffectText } from '../treatment/effectText.ts'

/** What each control takes off a risk, to read. */
export const ControlEffectsView = ({ effects, labels }: { readonly effects: ControlEffects; readonly labels: Readonly<Record<string, Label>> }) => {
  const t = useText(messages).pages.evidence
  const text = useEffectText()
  if (effects.length === 0) return <NotGiven />
  return (
    <ul className="rk-plain">
      {effects.map(({ control, reductions, frequency, magnitude }) => (
        <li key={control}>
          <RecordLink id={control} target="control" labels={labels} />{' '}
          <span className="hg-muted">
            {text(reductions)}
            {(frequency !== null || magnitude !== null) && ` · ${fill(t.shares, { frequency: frequency ?? '–', magnitude: magnitude ?? '–' })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
