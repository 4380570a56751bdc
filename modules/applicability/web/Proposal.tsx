import { fill } from '@heng/contract'
import { Sentence } from '@heng/web-kit'
import type { WorkingLine } from '../contract/index.ts'
import { useWords } from './words.ts'

/** What the risks propose for a line; nothing where they propose nothing. */
export const Proposal = ({ line }: { readonly line: Pick<WorkingLine, 'applicable' | 'proposal'> }) => {
  const { t, risksOf } = useWords()
  if (line.proposal === null) return null
  return <Sentence text={fill(line.applicable === 'no' ? t.suggestions.excluded : t.suggestions.line, { risks: risksOf(line.proposal.risks) })} />
}
