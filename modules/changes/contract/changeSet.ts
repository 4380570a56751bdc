import { field, noun } from '@heng/contract'

export const changeSetStates = ['draft', 'inReview', 'approved', 'rejected', 'applied', 'reverted', 'withdrawn'] as const
export type ChangeSetState = (typeof changeSetStates)[number]

const fixed = { writable: false } as const
const aside = { writable: false, inList: false } as const

/** Edits of several records that are looked at, approved, applied and taken back as one (ISO/IEC 27001 6.3). */
export const changeSet = noun({
  name: 'changeSet', room: 'changes', prefix: 'CS', label: 'title', owners: ['owner'],
  fields: {
    title: field.text({ required: true, max: 300 }),
    state: field.oneOf(changeSetStates, fixed),
    items: field.integer({ ...fixed, sortable: false, filterable: false }),
    /** Why the change is needed. */
    purpose: field.longText({ max: 4_000 }),
    /** What may go wrong, and how that is met. */
    precautions: field.longText({ max: 4_000 }),
    plannedOn: field.date(),
    owner: field.person(),
    appliedAt: field.timestamp(fixed),
    appliedBy: field.person(aside),
    /** The applied set that this one takes back. */
    reverses: field.record('changeSet', aside),
    revertedBy: field.record('changeSet', aside),
    approval: field.record('approval', aside),
    /** SHA-256 of what was submitted: head, items and the effect shown then. */
    contentHash: field.text({ ...aside, filterable: false, searchable: false }),
  },
})
