import type { Reason } from '../../contract/nouns.ts'
import { restsOnRisks } from '../line/rules.ts'
import type { Needs, RiskBrief } from './needs.ts'

interface Line {
  readonly ref: string
  readonly applicable: string
  readonly reasons: readonly string[]
  readonly linkedRisks: readonly unknown[]
}

export interface Proposal {
  readonly reasons: Reason[]
  readonly risks: readonly RiskBrief[]
}

/** What the risks suggest for a line; null where they suggest nothing, or where it is settled that risks are why it is in. */
export const proposalOf = (line: Line, needs: Needs): Proposal | null => {
  const found = [...(needs.necessary.get(line.ref) ?? []), ...(needs.suggested.get(line.ref) ?? [])]
  const risks = [...new Map(found.map((r) => [r.id, r])).values()].slice(0, 20)
  if (risks.length === 0 || restsOnRisks(line)) return null
  return { reasons: ['risk'], risks }
}
