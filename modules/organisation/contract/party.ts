import { field, noun } from '@heng/contract'

export const partyKinds = [
  'customer', 'regulator', 'publicAuthority', 'owner', 'parentCompany', 'employee', 'supplier', 'partner', 'insurer', 'certificationBody', 'community', 'other',
] as const

/** Somebody who affects the organisation, or is or feels affected by it (ISO/IEC 27001 4.2 a). */
export const interestedParty = noun({
  name: 'interestedParty', room: 'organisation', prefix: 'IP', label: 'name', owners: ['owner'],
  fields: {
    name: field.text({ required: true }),
    kind: field.oneOf(partyKinds, { required: true }),
    needs: field.longText({ max: 5_000 }),
    owner: field.person(),
    reviewOn: field.date(),
    requirements: field.integer({ writable: false, filterable: false, sortable: false }),
    undecided: field.integer({ writable: false, filterable: false, sortable: false }),
  },
})

/** What a party requires (4.2 b), and whether the ISMS takes care of it (4.2 c). */
export const partyRequirement = noun({
  name: 'partyRequirement', room: 'organisation', prefix: 'PR', label: 'requirement', owners: ['owner'],
  fields: {
    requirement: field.text({ required: true, max: 1_000 }),
    party: field.record('interestedParty', { required: true }),
    source: field.oneOf(['law', 'contract', 'expectation', 'standard'], { required: true }),
    /** Where it stands: article, clause, contract number. */
    sourceReference: field.text({ max: 300 }),
    addressed: field.oneOf(['yes', 'no', 'undecided'], { required: true }),
    /** How the ISMS addresses it, or why it does not. */
    how: field.longText({ max: 5_000 }),
    /** Concerns climate change (note to 4.2). */
    climate: field.boolean(),
    owner: field.person(),
    reviewOn: field.date(),
  },
})
