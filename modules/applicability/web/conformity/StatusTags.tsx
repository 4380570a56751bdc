import { StatusTag, type Tone } from '@heng/web-kit'
import type { RequirementStatus } from '../../contract/index.ts'
import { useWords } from '../words.ts'

export const statusTones: Readonly<Record<RequirementStatus, Tone>> = { met: 'good', partly: 'warning', notMet: 'bad', notApplicable: 'neutral' }

/** How a requirement stands, in words; null is “not assessed” or “not concluded”, a value of its own. */
export const RequirementStatusTag = ({ value, of }: { readonly value: RequirementStatus | null; readonly of: 'proposed' | 'concluded' }) => {
  const { text, t } = useWords()
  if (value === null) return <span className="hg-not-assessed">{t.conformity.none[of]}</span>
  return <StatusTag tone={statusTones[value]}>{text.nouns.conclusion.values.status[value]}</StatusTag>
}
