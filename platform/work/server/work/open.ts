import type { Role, Text } from '@heng/contract'
import { createRecords, updateRecords, type Ctx } from '@heng/server-kit'
import { elevated } from '../elevated.ts'
import { recordPath } from '../links.ts'
import { workItem } from './register.ts'
import { openOn, unitsOf, type OpenKey } from './store.ts'

/** Work that a room asks for. Either `assignee` or `role` is given. */
export interface WorkToOpen {
  /** Which verb it asks for, `approval.decide`; named in the room's messages under `kinds`. */
  readonly kind: string
  readonly title: Text
  readonly subject: { readonly noun: string; readonly id: string; readonly reference?: string | null } | null
  readonly assignee?: string | null
  /** Whoever holds the role over `unit` (over the whole organisation, without one) sees it until one of them takes it. */
  readonly role?: Role | null
  readonly unit?: string | null
  readonly dueOn?: string | null
  readonly instructions?: string | null
  /** Finished by the person saying so, with a note and evidence; otherwise the room closes it when its record says so. */
  readonly byHand?: boolean
  /** Page to do it on, below `/o/{org}/`; the subject's page by default. */
  readonly link?: string | null
}

export interface Opened {
  readonly opened: readonly string[]
  readonly kept: readonly string[]
}

const keyOf = (kind: string, subject: string, who: Pick<OpenKey, 'assignee' | 'role' | 'unit'>): string =>
  who.role === null ? `${kind} ${subject} ${who.assignee}` : `${kind} ${subject} ${who.role} ${who.unit}`

const keyOfItem = (item: WorkToOpen): string | null =>
  item.subject === null ? null : keyOf(item.kind, item.subject.id, { assignee: item.assignee ?? null, role: item.role ?? null, unit: item.unit ?? null })

/**
 * Opens work, any number at once. Work of the same kind on the same record for the same person (or role and
 * unit) that is open already stays one: it takes over title, due date and instructions. At
 * most seventeen statements: call it from a subscription or a job rather than within a request.
 */
export const openWork = async (ctx: Ctx, items: readonly WorkToOpen[]): Promise<Opened> => {
  if (items.length === 0) return { opened: [], kept: [] }
  const wanted = [...new Map(items.map((item, i) => [keyOfItem(item) ?? `own ${i}`, item])).values()]
  const subjects = wanted.flatMap(({ kind, subject }) => (subject === null ? [] : [{ kind, id: subject.id }]))
  const open = new Map((subjects.length === 0 ? [] : await openOn(ctx, subjects)).map((row) => [keyOf(row.kind, row.subject, row), row.id]))
  const fresh = wanted.filter((item) => !open.has(keyOfItem(item) ?? ''))
  const again = wanted.flatMap((item) => {
    const id = open.get(keyOfItem(item) ?? '')
    return id === undefined ? [] : [{ id, values: textsOf(ctx, item) }]
  })
  const units = await unitsOf(ctx, fresh.flatMap(({ assignee, unit }) => (assignee != null && unit == null ? [assignee] : [])))
  const system = elevated(ctx)
  const made = await createRecords(system, workItem, fresh.map((item) => ({
    ...textsOf(ctx, item),
    kind: item.kind,
    assignee: item.assignee ?? null,
    role: item.role ?? null,
    unit: item.unit ?? units.get(item.assignee ?? '') ?? null,
    state: 'open',
    byHand: item.byHand ?? false,
    subjectNoun: item.subject?.noun ?? null,
    subjectId: item.subject?.id ?? null,
    subjectReference: item.subject?.reference ?? null,
    createdBy: ctx.caller.personId,
  })))
  if (again.length > 0) await updateRecords(system, workItem, again)
  return { opened: made.map(({ id }) => id), kept: again.map(({ id }) => id) }
}

const textsOf = (ctx: Ctx, { title, dueOn, instructions, link, subject }: WorkToOpen) => ({
  title: title[ctx.org.locale].slice(0, 300),
  titles: { en: title.en.slice(0, 300), 'zh-CN': title['zh-CN'].slice(0, 300) },
  dueOn: dueOn ?? null,
  instructions: instructions ?? null,
  link: link ?? (subject === null ? null : recordPath(ctx.kit, subject.noun, subject.id)),
})
