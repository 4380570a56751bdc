/** The most urgent of one person stand singly; what is beyond is one item for each asset, of the most urgent so many; the register shows them all. */
export const mostSingle = 50
export const mostAssets = 50
/** Assets with something to test again, the longest waiting first. */
export const mostRetests = 100
/** So many days after it was reported as fixed a flaw should have been tested again. */
export const retestDays = 7

/** An open piece of work about a record, for a person or for a role over the whole organisation. */
export interface Standing {
  readonly id: string
  readonly subject: string
  readonly assignee: string | null
  readonly role: string | null
  readonly title: string
  readonly dueOn: string | null
}
export interface Wanted {
  readonly subject: string
  readonly assignee: string | null
  readonly role: string | null
  /** In the organisation's language. */
  readonly title: string
  readonly dueOn: string | null
}

const keyOf = ({ subject, assignee, role }: Pick<Wanted, 'subject' | 'assignee' | 'role'>): string => `${subject} ${role ?? assignee}`

/** What has to be opened or reworded, and what is wanted no longer. Work of a role that somebody has taken stays theirs. */
export const difference = <W extends Wanted>(wanted: readonly W[], standing: readonly Standing[]): { readonly open: W[]; readonly close: Standing[] } => {
  const known = new Map(standing.map((one) => [keyOf(one), one]))
  const keys = new Set(wanted.map(keyOf))
  const isSame = (a: Wanted, b: Standing | undefined): boolean => b !== undefined && a.title === b.title && a.dueOn === b.dueOn
  return { open: wanted.filter((one) => !isSame(one, known.get(keyOf(one)))), close: standing.filter((one) => !keys.has(keyOf(one))) }
}

/**
 * Work to close in as few calls as hold: records whose work is closed for everybody together, the others person by person. Answers pairs of
 * records and, where not everybody's is meant, the person.
 */
export const closings = (close: readonly Standing[], standing: readonly Standing[]): { readonly subjects: readonly string[]; readonly assignee: string | null }[] => {
  const open = Map.groupBy(standing, ({ subject }) => subject)
  const gone = Map.groupBy(close, ({ subject }) => subject)
  const whole = [...gone].filter(([subject, own]) => own.length === open.get(subject)!.length).map(([subject]) => subject)
  const isWhole = new Set(whole)
  const rest = Map.groupBy(close.filter(({ subject }) => !isWhole.has(subject)), ({ assignee }) => assignee)
  return [...(whole.length > 0 ? [{ subjects: whole, assignee: null }] : []), ...[...rest].map(([assignee, own]) => ({ subjects: own.map(({ subject }) => subject), assignee }))]
}
