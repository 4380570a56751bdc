import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'

export const scopeStates = ['draft', 'inReview', 'approved', 'superseded'] as const
export type ScopeState = (typeof scopeStates)[number]

const line = z.string().trim().min(1).max(500)
const lines = z.array(line).max(200)

/** An interface or dependency between what the organisation does and what others do (4.3 c). */
export const scopeInterface = z.strictObject({ what: line, who: line, how: z.string().trim().max(1_000) })
export const scopeExclusion = z.strictObject({ what: line, justification: z.string().trim().min(1).max(2_000) })

const item = z.object({ reference: z.string(), text: z.string() })
/** What the statement rests on, with the names of that moment: kept with the approved version. */
export const scopeBasis = z.object({
  organisation: z.string(),
  units: z.array(item),
  sites: z.array(item),
  climate: z.object({ relevant: z.boolean(), reason: z.string(), decidedOn: z.string().nullable() }).nullable(),
  issues: z.array(item.extend({ kind: z.enum(['external', 'internal']) })),
  requirements: z.array(item.extend({ party: z.string(), addressed: z.enum(['yes', 'no', 'undecided']) })),
})
export type ScopeBasis = z.output<typeof scopeBasis>

export const scopeApproval = z.object({ name: z.string(), at: z.string() })

/** The statement of scope (4.3): versions follow one another, and an approved one never changes. */
export const scope = noun({
  name: 'scope', room: 'organisation', prefix: 'SC', label: 'name',
  fields: {
    name: field.text({ required: true }),
    edition: field.integer({ writable: false }),
    state: field.oneOf(scopeStates, { writable: false }),
    units: field.records('unit'),
    sites: field.records('site'),
    businesses: field.json(lines),
    systems: field.json(lines),
    interfaces: field.json(z.array(scopeInterface).max(200)),
    exclusions: field.json(z.array(scopeExclusion).max(200)),
    statementEn: field.longText({ max: 10_000 }),
    statementZh: field.longText({ max: 10_000 }),
    approvedAt: field.timestamp({ writable: false }),
    approvedBy: field.json(z.array(scopeApproval), { writable: false }),
    basis: field.json(scopeBasis, { writable: false }),
    /** SHA-256 over the canonical JSON (RFC 8785) of what was approved. */
    frozenHash: field.text({ writable: false, inList: false, searchable: false }),
  },
})

/** What still stands between the context and a defensible statement. `blocking` stops submission, `gap` needs a reason, `hint` is advice. */
export const findingCodes = [
  'statementMissing', 'unitsMissing', 'businessesMissing', 'climateMissing', 'externalIssuesMissing', 'internalIssuesMissing', 'partiesMissing',
  'requirementsMissing', 'requirementsUndecided', 'interfacesMissing', 'sitesMissing', 'oneLanguage', 'climateIssueMissing', 'climateDue', 'unitsUnmentioned',
] as const
export const finding = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(['blocking', 'gap', 'hint']),
  clause: z.string(),
  count: z.int().nullable(),
})
export type Finding = z.output<typeof finding>

const path = '/scopes'
const versioned = { id: z.uuid(), version: z.int().min(1) }

export const scopeOperations = {
  ...registerOperations(scope, path),
  revise: operation({
    id: 'scope.revise', method: 'POST', path: `${path}/revise`, permission: 'scope:write',
    summary: { en: 'Draft the next version, from the approved one where there is one', 'zh-CN': '起草下一版体系范围（以现行版为基础）' },
    input: z.object({ name: z.string().trim().min(1).max(200).optional() }),
    output: scope.row,
  }),
  submit: operation({
    id: 'scope.submit', method: 'POST', path: `${path}/{id}/submit`, permission: 'scope:submit',
    summary: { en: 'Submit the statement of scope to top management', 'zh-CN': '将体系范围提交最高管理层批准' },
    input: z.object({
      ...versioned,
      /** Needed while gaps are open: why it is submitted all the same. */
      reason: z.string().trim().max(2_000).optional(),
      dueOn: z.iso.date().optional(),
    }),
    output: scope.row,
  }),
  statement: operation({
    id: 'scope.statement', method: 'GET', path: '/scope-statement', permission: 'scopeStatement:read',
    summary: { en: 'The approved statement of scope, for everybody', 'zh-CN': '现行体系范围声明（全员可见）' },
    input: z.object({}),
    output: z.object({
      /** Null before the first approval. */
      statement: z.object({
        reference: z.string(), edition: z.int(), statementEn: z.string().nullable(), statementZh: z.string().nullable(),
        units: z.array(item), sites: z.array(item), businesses: lines, systems: lines, exclusions: z.array(scopeExclusion),
        approvedAt: z.iso.datetime(), frozenHash: z.string(),
      }).nullable(),
    }),
  }),
  guide: operation({
    id: 'scope.guide', method: 'GET', path: '/scope-guide', permission: 'scope:read',
    summary: { en: 'What the context holds for the scope, and what is still missing', 'zh-CN': '体系范围编制依据及缺口' },
    input: z.object({ id: z.uuid().optional() }),
    output: z.object({ basis: scopeBasis, findings: z.array(finding) }),
  }),
}
