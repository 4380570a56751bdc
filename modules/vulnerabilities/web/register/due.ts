import { openStates } from '../../contract/index.ts'

export interface Deadline {
  readonly state: unknown
  readonly dueOn: string | null
  readonly acceptedUntil: string | null
}

/** What of a record as registers hold it a deadline is read from. */
export const deadlineOf = (row: Readonly<Record<string, unknown>>): Deadline => ({ state: row['state'], dueOn: (row['dueOn'] ?? null) as string | null, acceptedUntil: (row['acceptedUntil'] ?? null) as string | null })

/** The day that binds: of what is open its due date, of what is accepted the end of the acceptance; once nothing is to be done, the due date that there was. */
export const bindingDay = ({ state, dueOn, acceptedUntil }: Deadline): { readonly day: string | null; readonly kind: 'due' | 'accepted' | 'past' } =>
  state === 'accepted' && acceptedUntil !== null ? { day: acceptedUntil, kind: 'accepted' } : { day: dueOn, kind: isOpenState(state) ? 'due' : 'past' }

const dayMs = 86_400_000

/** Whole days from one calendar day (`2026-05-01`) to another; negative when it is past. */
export const daysUntil = (day: string, today: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs)

export const isOpenState = (state: unknown): boolean => (openStates as readonly unknown[]).includes(state)
