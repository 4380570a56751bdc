import { fill } from '@heng/contract'
import { StatusTag, type Tone } from '@heng/web-kit'
import type { CheckHead } from '../../contract/index.ts'
import type { countsOf } from '../lineModel.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly counts: ReturnType<typeof countsOf>
  readonly check: CheckHead | null
  readonly onCheck: () => void
}

const tones: Readonly<Record<CheckHead['result'], Tone>> = { passed: 'good', warnings: 'warning', failed: 'bad' }

/** How far the decisions are, what they are, how much is implemented, and how the last check went. */
export const Progress = ({ counts, check, onCheck }: Props) => {
  const { t, text } = useWords()
  const p = t.progress
  const share = (n: number) => `${counts.all === 0 ? 0 : (100 * n) / counts.all}%`
  const decided = counts.included + counts.excluded
  return (
    <section className="sa-progress" aria-label={p.label}>
      <div
        className="sa-bar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={counts.all}
        aria-valuenow={decided}
        aria-valuetext={fill(p.decided, { decided, all: counts.all })}
        aria-label={p.label}
      >
        <span className="sa-bar-done" style={{ width: share(counts.implemented) }} />
        <span className="sa-bar-in" style={{ width: share(counts.included - counts.implemented) }} />
        <span className="sa-bar-out" style={{ width: share(counts.excluded) }} />
      </div>
      <ul>
        <li>
          <strong>{fill(p.decided, { decided, all: counts.all })}</strong>
        </li>
        <li className="sa-key-done">{fill(p.implemented, { done: counts.implemented, included: counts.included })}</li>
        <li className="sa-key-in">{fill(p.included, { count: counts.included })}</li>
        <li className="sa-key-out">{fill(p.excluded, { count: counts.excluded })}</li>
        <li className="sa-key-open">{fill(p.undecided, { count: counts.undecided })}</li>
        <li className="sa-check-state">
          <button type="button" className="hg-text-button" onClick={onCheck}>
            {check === null ? (
              t.check.never
            ) : (
              <StatusTag tone={check.stale ? 'neutral' : tones[check.result]}>
                {check.stale ? t.check.stale : text.soa.checkResults[check.result]}
              </StatusTag>
            )}
          </button>
        </li>
      </ul>
    </section>
  )
}
