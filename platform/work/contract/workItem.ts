import { field, locales, noun, roles } from '@heng/contract'
import { z } from 'zod'

export const workStates = ['open', 'done', 'cancelled'] as const
export type WorkState = (typeof workStates)[number]

/** Kind of the tasks that people give each other. */
export const taskKind = 'task'

/** A text in each language of the product. */
export const textSchema = z.object(Object.fromEntries(locales.map((l) => [l, z.string().max(300)])) as Record<(typeof locales)[number], z.ZodString>)

/** Something that a person, or whoever holds a role within a unit, has to do until a day. */
export const workItem = noun({
  name: 'workItem', room: 'work', prefix: 'W', label: 'title', owners: ['assignee', 'createdBy'], unit: 'unit',
  fields: {
    /** As its reader's language has it; `titles` holds both languages where a room opened the item. */
    title: field.text({ required: true, max: 300 }),
    titles: field.json(textSchema, { writable: false }),
    /** Which verb it asks for, `approval.decide`; its name stands in the `kinds` of the room that opens it. */
    kind: field.text({ required: true, max: 60, searchable: false }),
    instructions: field.longText({ max: 4_000 }),
    assignee: field.person(),
    /** Without an assignee, whoever holds the role (within the unit) sees it until one of them takes it. */
    role: field.oneOf(roles, { writable: false }),
    unit: field.unit({ writable: false }),
    dueOn: field.date(),
    state: field.oneOf(workStates, { required: true, writable: false }),
    /** Finished by saying so; other work is finished by doing what it asks for on its record. */
    byHand: field.boolean({ required: true, writable: false, inList: false }),
    subjectNoun: field.text({ max: 60, writable: false, inList: false, searchable: false }),
    subjectId: field.record('record', { writable: false, inList: false }),
    subjectReference: field.text({ max: 60, writable: false }),
    /** Page to do it on, below `/o/{org}/`. */
    link: field.text({ max: 500, writable: false, inList: false, searchable: false }),
    createdBy: field.person({ writable: false }),
    result: field.longText({ max: 4_000, writable: false }),
    completedAt: field.timestamp({ writable: false }),
    completedBy: field.person({ writable: false }),
  },
})
