import type { AnyNoun } from '@heng/contract'
import { workItem } from '../contract/index.ts'

const shown = ['state', 'dueOn', 'instructions', 'assignee', 'role', 'unit', 'subjectReference', 'kind', 'createdBy', 'result', 'completedAt', 'completedBy'] as const

/** The noun with the fields that a reader wants to see; the others serve machines. */
export const pageNoun: AnyNoun = {
  ...(workItem as unknown as AnyNoun),
  fields: Object.fromEntries(shown.map((name) => [name, workItem.fields[name]])) as AnyNoun['fields'],
}
