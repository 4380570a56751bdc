import { fill } from '@heng/contract'
import { formatNumber, Scroll, useLocale } from '@heng/web-kit'
import { priorities, type PolicyEffect } from '../../../contract/index.ts'
import { Priority } from '../../register/words.tsx'
import { useWords } from '../words.ts'

const steps = priorities.toReversed()

/** What a draft would move: from which priority to which, sooner or later, overdue at once. */
export const Effect = ({ effect, stale }: { readonly effect: PolicyEffect; readonly stale: boolean }) => {
  const t = useWords().effect
  const locale = useLocale()
  const n = (value: number): string => formatNumber(value, locale)
  if (effect.looked === 0) return <p>{t.none}</p>
  const moves = effect.moves.filter(({ from, to }) => from !== to).toSorted((a, b) => b.count - a.count || steps.indexOf(a.to) - steps.indexOf(b.to))
  const figures = [['moved', moves.reduce((sum, { count }) => sum + count, 0)], ['sooner', effect.sooner], ['later', effect.later], ['overdueNow', effect.overdueNow], ['overdueThen', effect.overdueThen], ['becomeOverdue', effect.becomeOverdue]] as const
  return (
    <div className="vp-effect" data-stale={stale}>
      <h3>{fill(t.title, { looked: n(effect.looked) })}</h3>
      {stale && <p className="vp-wrong">{t.stale}</p>}
      <dl className="vp-figures">{figures.map(([key, value]) => <div key={key} data-bad={key === 'becomeOverdue' && value > 0}><dt>{t[key]}</dt><dd>{n(value)}</dd></div>)}</dl>
      {moves.length === 0 ? <p>{t.stays}</p> : (
        <Scroll label={t.moved}>
          <table className="vp-rules vp-moves">
            <thead><tr><th scope="col">{t.from}</th><th scope="col">{t.to}</th><th scope="col">{t.count}</th></tr></thead>
            <tbody>
              {moves.map(({ from, to, count }) => (
                <tr key={`${from} ${to}`}><td>{from === null ? t.notWeighed : <Priority value={from} />}</td><td><Priority value={to} /></td><td className="hg-figure">{n(count)}</td></tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  )
}
