import { fill } from '@heng/contract'
import { requirementStatuses } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import type { Status } from './model.ts'

const parts = [...requirementStatuses, 'none'] as const

/** How many requirements stand how: as the evidence proposes, and as concluded; bars with their numbers in words below. */
export const StatusBars = ({ status }: { readonly status: Pick<Status, 'proposed' | 'concluded'> }) => (
  <div className="sa-bars">
    <Bar of="proposed" counts={status.proposed} />
    <Bar of="concluded" counts={status.concluded} />
  </div>
)

const Bar = ({ of, counts }: { readonly of: 'proposed' | 'concluded'; readonly counts: Status['proposed'] }) => {
  const { t, text } = useWords()
  const all = parts.reduce((sum, part) => sum + counts[part], 0)
  const name = (part: (typeof parts)[number]) => (part === 'none' ? t.conformity.none[of] : text.nouns.conclusion.values.status[part])
  return (
    <section aria-label={t.conformity[of]}>
      <h2>{t.conformity[of]}</h2>
      <div className="sa-status-bar" aria-hidden="true">
        {parts.map((part) => counts[part] > 0 && <span key={part} data-status={part} style={{ width: `${(100 * counts[part]) / all}%` }} />)}
      </div>
      <ul>
        {parts.map((part) => (
          <li key={part} data-status={part}>
            {fill(t.conformity.bar, { status: name(part), count: counts[part] })}
          </li>
        ))}
      </ul>
    </section>
  )
}
