import { field, noun } from '@heng/contract'

const derived = { writable: false } as const

/** A version of the statement of applicability (ISO/IEC 27001, 6.1.3 d). What was approved is frozen; work goes on in the next version. */
export const soa = noun({
  name: 'soa',
  room: 'applicability',
  prefix: 'SOA',
  label: 'title',
  fields: {
    title: field.text({ required: true }),
    number: field.integer({ ...derived, required: true, min: 1 }),
    state: field.oneOf(['draft', 'inReview', 'approved', 'superseded'], { ...derived, required: true }),
    /** Edition of the standard in the header, as each language names it. */
    editionEn: field.text({ ...derived, searchable: false }),
    editionZh: field.text({ ...derived, inList: false, searchable: false }),
    lineCount: field.integer({ ...derived, sortable: false, filterable: false }),
    undecidedCount: field.integer({ ...derived, sortable: false, filterable: false }),
    excludedCount: field.integer({ ...derived, sortable: false, filterable: false }),
    approvedAt: field.timestamp(derived),
    /** SHA-256 of the canonical JSON of what was submitted; null while a draft. */
    contentHash: field.text({ ...derived, inList: false, filterable: false, searchable: false }),
    framework: field.record('framework', { ...derived, required: true, inList: false }),
    basedOn: field.record('soa', { ...derived, inList: false }),
    /** The approval that froze it, or that is asked for. */
    approval: field.record('approval', { ...derived, inList: false }),
    scope: field.longText({ max: 4_000 }),
  },
})

export const reasons = ['risk', 'law', 'contract', 'businessDecision', 'bestPractice'] as const
export type Reason = (typeof reasons)[number]
export const implementations = ['implemented', 'partly', 'planned', 'notWorking', 'notImplemented'] as const
export const themes = ['organizational', 'people', 'physical', 'technological', 'own'] as const

/** One control of the statement: a line of Annex A, or a control of the organisation that answers none. */
export const soaLine = noun({
  name: 'soaLine',
  room: 'applicability',
  prefix: 'SL',
  label: 'name',
  fields: {
    /** Number and title in both languages. */
    name: field.text({ ...derived, required: true, max: 1_200 }),
    soa: field.record('soa', { ...derived, required: true }),
    /** `A.5.1`, or the reference of the own control. */
    ref: field.text({ ...derived, required: true }),
    applicable: field.oneOf(['yes', 'no', 'undecided'], { required: true }),
    reasons: field.tags(reasons),
    reasonText: field.longText({ max: 2_000 }),
    /** Why the control was left out; without it a line cannot be excluded. */
    justification: field.longText({ max: 2_000 }),
    /** Null follows the linked controls. */
    implementationOverride: field.oneOf(implementations, { inList: false }),
    overrideReason: field.longText({ max: 2_000 }),
    description: field.longText({ max: 4_000 }),
    document: field.text({ max: 300, inList: false }),
    risks: field.records('risk'),
    requirement: field.record('requirement', { ...derived, inList: false }),
    control: field.record('control', { ...derived, inList: false }),
    position: field.integer({ ...derived, required: true, inList: false }),
  },
})
