import type { WorkingLine } from '../../contract/index.ts'
import type { Needs } from './needs.ts'

interface Line {
  readonly ref: string
  readonly applicable: string
  readonly reasons: readonly string[]
  readonly linkedRisks: readonly { readonly id: string }[]
}

/** What the risks suggest for a line beyond what it already says; null where they suggest nothing new. */
export const proposalOf = (line: Line, needs: Needs): WorkingLine['proposal'] => {
  const risks = needs.get(line.ref) ?? []
  if (risks.length === 0) return null
  const linked = new Set(line.linkedRisks.map((r) => r.id))
  const fresh = risks.filter((r) => !linked.has(r.id))
  const settled = line.applicable === 'yes' && line.reasons.includes('risk')
  return settled && fresh.length === 0 ? null : { reasons: ['risk'], risks: [...risks] }
}
