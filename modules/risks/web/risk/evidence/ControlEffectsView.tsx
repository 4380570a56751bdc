import '../../base/base.css'
import type { Label } from '@heng/contract'
import { NotGiven, RecordLink } from '@heng/web-kit'
import type { ControlEffects } from '../../../contract/index.ts'
import { useSharesText } from '../../base/useSharesText.ts'
import { useEffectText } from '../treatment/effectText.ts'

/** What each control takes off a risk, to read. */
export const ControlEffectsView = ({ effects, labels }: { readonly effects: ControlEffects; readonly labels: Readonly<Record<string, Label>> }) => {
  const sharesOf = useSharesText()
  const text = useEffectText()
  if (effects.length === 0) return <NotGiven />
  return (
    <ul className="rk-plain">
      {effects.map(({ control, reductions, ...shares }) => (
        <li key={control}>
          <RecordLink id={control} target="control" labels={labels} />{' '}
          <span className="hg-muted">
            {[text(reductions), sharesOf(shares)].filter((part) => part !== null).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
