import { field, noun } from '@heng/contract'

const derived = { writable: false } as const

/** How a requirement stands; "not assessed" is null, a value of its own. */
export const requirementStatuses = ['met', 'partly', 'notMet', 'notApplicable'] as const
export type RequirementStatus = (typeof requirementStatuses)[number]

/** What people concluded of a requirement (符合性判定), beside what the evidence proposed then and proposes now. */
export const conclusion = noun({
  name: 'conclusion',
  room: 'applicability',
  prefix: 'CF',
  label: 'name',
  fields: {
    /** Number and title of the requirement. */
    name: field.text({ ...derived, required: true, max: 1_200 }),
    framework: field.record('framework', { ...derived, required: true }),
    status: field.oneOf(requirementStatuses, { ...derived, required: true }),
    /** What the evidence proposed when it was concluded; null is "not assessed". */
    proposed: field.oneOf(requirementStatuses, derived),
    proposedNow: field.oneOf(requirementStatuses, derived),
    /** The proposal has moved since, and away from the conclusion. */
    moved: field.boolean({ ...derived, required: true }),
    movedAt: field.timestamp({ ...derived, inList: false }),
    decidedBy: field.person(derived),
    decidedAt: field.timestamp({ ...derived, required: true }),
    reason: field.longText({ ...derived, max: 2_000 }),
    /** What the proposal rested on when it was concluded, in words. */
    basis: field.longText({ ...derived, max: 4_000, searchable: false }),
    requirement: field.record('requirement', { ...derived, required: true, inList: false }),
    /** Controls that the proposal rests on now. */
    controls: field.records('control', { ...derived, filterable: true }),
  },
})
