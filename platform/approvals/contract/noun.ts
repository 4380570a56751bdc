import { field, noun } from '@heng/contract'

export const approvalStates = ['open', 'approved', 'rejected', 'withdrawn'] as const
export type ApprovalState = (typeof approvalStates)[number]

const fixed = { writable: false, sortable: false, filterable: false } as const

/** A decision asked of others on a frozen snapshot of a record; written only by this room's verbs. */
export const approval = noun({
  name: 'approval', room: 'approvals', prefix: 'AP', label: 'title', owners: ['requestedBy'],
  fields: {
    title: field.text({ ...fixed, required: true, max: 300 }),
    /** Which room asked for what: a kind that the room registered. */
    kind: field.text({ ...fixed, required: true, inList: false, searchable: false }),
    /** Noun of the record that the decision is about. */
    subject: field.text({ ...fixed, required: true, inList: false, searchable: false }),
    subjectId: field.text({ ...fixed, required: true, inList: false, searchable: false }),
    subjectReference: field.text({ ...fixed }),
    state: field.oneOf(approvalStates, { ...fixed, required: true }),
    requestedBy: field.person(fixed),
    reason: field.longText({ ...fixed, max: 2_000 }),
    dueOn: field.date(fixed),
    decidedAt: field.timestamp(fixed),
    /** SHA-256 over the canonical JSON (RFC 8785) of what was asked for. */
    snapshotHash: field.text({ ...fixed, required: true, inList: false, searchable: false }),
  },
})
