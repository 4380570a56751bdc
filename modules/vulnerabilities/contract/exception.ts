import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { priorities, severities, vulnerabilityStates } from './vulnerability.ts'

export const exceptionStates = ['draft', 'inReview', 'approved', 'ended', 'expired'] as const
export type ExceptionState = (typeof exceptionStates)[number]

/**
 * For how many days at most vulnerabilities are borne, counted from the day of the request: a year, and ninety days where one of them is critical or known
 * to be exploited. An acceptance without an end would be none that anybody looks at again (ISO/IEC 27002 8.8 g; GB/T 20984 8.4).
 */
export const longestDays = { usual: 365, grave: 90 } as const
/** As many as one decision may be about. */
export const mostVulnerabilities = 5_000
/** Up to so many owners of assets decide each by themselves; of more nobody could wait for the last. */
export const mostOwners = 5
/** So many days a request waits, unless it says otherwise. */
export const usualWait = 7

/** Leave to bear vulnerabilities until a day, asked for and approved (漏洞接受). */
export const vulnerabilityException = noun({
  name: 'vulnerabilityException', room: 'vulnerabilities', prefix: 'VE', label: 'title', owners: ['requestedBy'],
  fields: {
    title: field.text({ required: true, max: 300 }),
    state: field.oneOf(exceptionStates, { writable: false }),
    until: field.date({ required: true }),
    vulnerabilities: field.records('vulnerability', { brief: true }),
    reason: field.longText({ max: 4_000, required: true }),
    /** What lowers the risk meanwhile. */
    compensation: field.longText({ max: 4_000 }),
    requestedBy: field.person({ writable: false }),
    decidedAt: field.timestamp({ writable: false, inList: false }),
  },
})

const path = '/vulnerability-exceptions'
const versionedId = { id: z.uuid(), version: z.int().min(1) }

export const exceptionOperations = {
  ...registerOperations(vulnerabilityException, path),
  submit: operation({
    id: 'vulnerabilityException.submit', method: 'POST', path: `${path}/{id}/submit`, permission: 'vulnerabilityException:write',
    summary: { en: 'Ask for leave to bear vulnerabilities', 'zh-CN': '提交漏洞接受申请' },
    input: z.object({ ...versionedId, dueOn: z.iso.date().optional() }),
    output: vulnerabilityException.row,
  }),
  listed: operation({
    id: 'vulnerabilityException.listed', method: 'GET', path: `${path}/{id}/vulnerabilities`, permission: 'vulnerabilityException:read',
    summary: { en: 'What an acceptance is about, the most urgent first', 'zh-CN': '查看漏洞接受所涉漏洞' },
    input: z.object({ id: z.uuid(), limit: z.coerce.number().int().min(1).max(500).default(50) }),
    output: z.object({
      items: z.array(z.object({
        id: z.uuid(), reference: z.string(), title: z.string(), severity: z.enum(severities).nullable(), priority: z.enum(priorities).nullable(), exploited: z.boolean().nullable(),
        state: z.enum(vulnerabilityStates), asset: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      })),
      total: z.int(),
      /** One is critical or known to be exploited: top management decides as well, and the time is short. */
      grave: z.boolean(),
      /** Days until which it may be asked for today. */
      first: z.iso.date(), last: z.iso.date(),
    }),
  }),
  end: operation({
    id: 'vulnerabilityException.end', method: 'POST', path: `${path}/{id}/end`, permission: 'vulnerabilityException:write',
    summary: { en: 'End an acceptance before its day', 'zh-CN': '提前终止漏洞接受' },
    input: z.object({ ...versionedId, reason: z.string().trim().min(1).max(2_000) }),
    output: vulnerabilityException.row,
  }),
}
