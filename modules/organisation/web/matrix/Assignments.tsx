import type { Label } from '@heng/contract'
import { NotGiven } from '@heng/web-kit'
import type { Assignment } from '../../contract/index.ts'
import { usePages } from '../text.ts'
import { labelOf, useRoleNames } from './columns.ts'

const groups = ['A', 'R', 'C', 'I'] as const

/** The parts of one activity by letter, in words. */
export const Assignments = ({ assignments, labels }: { readonly assignments: readonly Assignment[]; readonly labels: Readonly<Record<string, Label>> }) => {
  const t = usePages().matrix
  const roleNames = useRoleNames()
  if (assignments.length === 0) return <NotGiven />
  return (
    <dl className="or-parts">
      {groups.map((letter) => {
        const names = assignments.filter((one) => one.letter === letter || (one.letter === 'AR' && (letter === 'A' || letter === 'R'))).map(({ holder }) => labelOf(holder, roleNames, labels))
        return names.length === 0 ? null : (
          <div key={letter}>
            <dt><span className="or-letter" data-letter={letter}>{letter}</span> {t.groups[letter]}</dt>
            <dd>{names.join(' · ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}
