import type { ContentLine } from '../../contract/content.ts'

type Implementation = NonNullable<ContentLine['implementation']>
type ControlState = ContentLine['linkedControls'][number]['state']

/**
 * How far a line is implemented by the controls that answer it. Retired controls do not count; nothing linked says
 * nothing (null), which is neither "no" nor "planned".
 */
export const implementationOf = (states: readonly ControlState[]): Implementation | null => {
  const live = states.filter((s) => s !== 'retired')
  if (live.length === 0) return null
  if (live.every((s) => s === 'implemented')) return 'implemented'
  if (live.some((s) => s === 'implemented' || s === 'inProgress')) return 'partly'
  return live.some((s) => s === 'notWorking') ? 'notWorking' : 'planned'
}

interface Decision {
  readonly applicable: unknown
  readonly justification: unknown
  readonly implementationOverride: unknown
  readonly overrideReason: unknown
}

const blank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === ''

/** The field that keeps a decision from being saved, or null: what is left out needs a reason, and so does an overridden state (6.1.3 d). */
export const missingReason = (line: Decision): 'justification' | 'overrideReason' | null => {
  if (line.applicable === 'no' && blank(line.justification)) return 'justification'
  if (line.implementationOverride != null && blank(line.overrideReason)) return 'overrideReason'
  return null
}

/** It is settled that risks are why the line is in: nothing they suggest is news. */
export const restsOnRisks = (line: { readonly applicable: string; readonly reasons: readonly string[]; readonly linkedRisks: readonly unknown[] }): boolean =>
  line.applicable === 'yes' && line.reasons.includes('risk') && line.linkedRisks.length > 0

/** Controls are included, but not one of them works yet: allowed, since all may be planned at first, but nobody should approve it unawares. */
export const noneImplemented = (lines: readonly { readonly applicable: string; readonly implementation: string | null }[]): boolean => {
  const included = lines.filter((l) => l.applicable === 'yes')
  return included.length > 0 && included.every((l) => l.implementation !== 'implemented')
}

/** Best practice alone does not show why the organisation itself needs a control. */
export const onlyBestPractice = (line: { applicable: string; reasons: readonly string[] }): boolean =>
  line.applicable === 'yes' && line.reasons.length > 0 && line.reasons.every((r) => r === 'bestPractice')
