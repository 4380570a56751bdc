import '../base/base.css'
import type { Label } from '@heng/contract'
import { NotGiven, RecordLink } from '@heng/web-kit'
import type { Effects } from '../../contract/index.ts'
import { useSharesText } from '../base/useSharesText.ts'
import { useEffectText } from '../risk/treatment/effectText.ts'

/** What a measure takes off each of its risks, to read. */
export const EffectsView = ({ effects, labels }: { readonly effects: Effects; readonly labels: Readonly<Record<string, Label>> }) => {
  const text = useEffectText()
  const sharesOf = useSharesText()
  if (effects.length === 0) return <NotGiven />
  return (
    <ul className="rk-plain">
      {effects.map(({ risk, reductions, ...shares }) => (
        <li key={risk}>
          <RecordLink id={risk} target="risk" labels={labels} /> <span className="hg-muted">{[text(reductions), sharesOf(shares)].filter((part) => part !== null).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
