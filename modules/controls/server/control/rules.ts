import { canonicalJson, type Values } from '@heng/server-kit'

export const states = ['planned', 'inProgress', 'implemented', 'notWorking', 'retired'] as const
export type ControlState = (typeof states)[number]

/** What the owner of a control reports without being allowed to redefine it. */
const reported = new Set(['state', 'stateSince', 'description', 'document', 'documentLink', 'frequency'])
/** What follows from tests and from the state, whoever changes them. */
const derived = new Set(['effectiveness', 'effectivenessAt', 'effectivenessStale'])

/** The day of an instant where the organisation is. */
export const dayIn = (timezone: string, at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(at)

/** The date since which a control is in its state: as given together with the change, else the day of the change. */
export const stateSince = (before: Values | null, after: Values, today: string): string | null => {
  const given = (after.stateSince ?? null) as string | null
  if (before === null) return given ?? today
  const moved = before.state !== after.state
  return moved && (given === null || given === before.stateSince) ? today : given
}

/** Fields of a change that go beyond what an owner may report. */
export const beyondReporting = (fields: readonly string[], before: Values | null, after: Values): string[] =>
  [...fields, 'archivedAt'].filter(
    (key) => !reported.has(key) && !derived.has(key) && canonicalJson(before?.[key] ?? null) !== canonicalJson(after[key] ?? null),
  )

// The best state says how far a requirement is answered: a working control counts before a planned one.
const rank: readonly ControlState[] = ['implemented', 'inProgress', 'notWorking', 'planned', 'retired']
export const bestState = (of: readonly ControlState[]): ControlState | null => rank.find((state) => of.includes(state)) ?? null
