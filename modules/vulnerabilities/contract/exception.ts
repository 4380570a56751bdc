import { field, noun, registerOperations } from '@heng/contract'

export const exceptionStates = ['draft', 'inReview', 'approved', 'rejected', 'withdrawn', 'expired'] as const

/** Leave to bear vulnerabilities until a day, asked for and approved (漏洞接受). */
export const vulnerabilityException = noun({
  name: 'vulnerabilityException', room: 'vulnerabilities', prefix: 'VE', label: 'title', owners: ['requestedBy'],
  fields: {
    title: field.text({ required: true, max: 300 }),
    state: field.oneOf(exceptionStates, { required: true, writable: false }),
    until: field.date({ required: true }),
    vulnerabilities: field.records('vulnerability', { brief: true }),
    reason: field.longText({ max: 4_000, required: true }),
    /** What lowers the risk meanwhile. */
    compensation: field.longText({ max: 4_000 }),
    requestedBy: field.person({ writable: false }),
    decidedAt: field.timestamp({ writable: false, inList: false }),
  },
})

export const exceptionOperations = registerOperations(vulnerabilityException, '/vulnerability-exceptions')
