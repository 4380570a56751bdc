import type { SoaDrift } from '../../contract/index.ts'
import { useWords } from '../words.ts'

const keys = ['applicable', 'agreeing', 'less', 'more', 'notAssessed', 'stale'] as const

/** How many lines agree with the evidence, differ, or are not assessed. */
export const DriftCounts = ({ counts }: Pick<SoaDrift, 'counts'>) => {
  const t = useWords().t.drift.counts
  return (
    <dl className="sa-drift-counts">
      {keys.map((key) => (
        <div key={key} data-key={key}>
          <dt>{t[key]}</dt>
          <dd className="hg-figure">{counts[key]}</dd>
        </div>
      ))}
    </dl>
  )
}
