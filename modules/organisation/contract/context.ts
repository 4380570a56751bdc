import { field, noun } from '@heng/contract'

export const issueCategories = [
  'technology', 'threats', 'legal', 'politics', 'market', 'supplyChain', 'climate', 'finance', 'people', 'culture', 'processes', 'physical', 'other',
] as const

/** A matter inside or outside that helps or hinders what the ISMS is for (ISO/IEC 27001 4.1). */
export const contextIssue = noun({
  name: 'contextIssue', room: 'organisation', prefix: 'CI', label: 'title', owners: ['owner'],
  fields: {
    title: field.text({ required: true }),
    kind: field.oneOf(['external', 'internal'], { required: true }),
    category: field.oneOf(issueCategories, { required: true }),
    effect: field.oneOf(['helps', 'hinders', 'both']),
    description: field.longText({ max: 5_000 }),
    /** How it affects the ISMS and what it is meant to achieve. */
    impact: field.longText({ max: 5_000 }),
    owner: field.person(),
    reviewOn: field.date(),
  },
})

/**
 * Whether climate change is relevant to the ISMS: a decision that ISO/IEC 27001:2022/Amd 1:2024 asks for in 4.1, with its
 * note to 4.2. One record for an organisation; earlier decisions stay in its history.
 */
export const climateDetermination = noun({
  name: 'climateDetermination', room: 'organisation', prefix: 'CC', label: 'reason',
  fields: {
    relevant: field.boolean({ required: true }),
    reason: field.text({ required: true, max: 2_000 }),
    /** Whether interested parties have requirements that concern climate change (note to 4.2). */
    partiesRelevant: field.boolean(),
    partiesReason: field.longText({ max: 2_000 }),
    decidedOn: field.date({ writable: false }),
    decidedBy: field.person({ writable: false }),
    reviewOn: field.date(),
  },
})
