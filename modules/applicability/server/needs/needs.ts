import { controlsBeyond, type ControlEntry } from '@heng/controls/reads'
import { annexAControlsNeeded, treatmentNeeds, type TreatmentNeeds } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import type { Finding } from '../../contract/check.ts'
import type { FullLine } from '../content/build.ts'
import { restsOnRisks } from '../line/rules.ts'

export type RiskBrief = Finding['risks'][number]

/** Risks by the number of the line that they speak for: `A.5.1`, or the reference of an own control. */
export type ByLine = ReadonlyMap<string, readonly RiskBrief[]>

export interface Needs {
  /** Controls that people chose to treat risks with: leaving one out contradicts the treatment. */
  readonly necessary: ByLine
  /** Controls that the knowledge base names against the vulnerabilities of open risks, for lines that do not rest on risks yet: a suggestion, nothing more. */
  readonly suggested: ByLine
  /** Risks to be reduced that ask for no control, for want of a measure or because none of their measures names one. */
  readonly uncontrolled: Pick<TreatmentNeeds, 'withoutMeasure' | 'withoutControl'>
}

const union = (groups: readonly (readonly RiskBrief[])[]): RiskBrief[] => [...new Map(groups.flat().map((r) => [r.id, r])).values()]

/** What the open risks and their treatment need of these lines; two statements. */
export const needsOf = (ctx: Ctx, lines: readonly FullLine[]): Promise<Needs> => needsBeyond(ctx, lines, [])

/** As `needsOf`, and what they need of own controls that have no line; two statements. */
export const allNeeds = (ctx: Ctx, lines: readonly FullLine[], book: readonly ControlEntry[]): Promise<Needs> => {
  const known = new Set(lines.map((l) => l.ref))
  const beyond = controlsBeyond(
    book,
    lines.flatMap((l) => l.requirement?.id ?? []),
  )
  return needsBeyond(
    ctx,
    lines,
    beyond.filter((c) => !known.has(c.reference)),
  )
}

const needsBeyond = async (ctx: Ctx, lines: readonly FullLine[], missing: readonly { id: string; reference: string }[]): Promise<Needs> => {
  const { ofControls: treated, ...uncontrolled } = await treatmentNeeds(ctx, [...lines.flatMap((l) => l.linkedControls.map((c) => c.id)), ...missing.map((c) => c.id)])
  const ofLines = lines.map((l) => [l.ref, union(l.linkedControls.map((c) => treated.get(c.id) ?? []))] as const)
  const ofMissing = missing.map((c) => [c.reference, treated.get(c.id) ?? []] as const)
  const suggested = await annexAControlsNeeded(ctx, lines.filter((l) => !restsOnRisks(l)).map((l) => l.ref))
  return { necessary: new Map([...ofLines, ...ofMissing].filter(([, risks]) => risks.length > 0)), suggested, uncontrolled }
}
