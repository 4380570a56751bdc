import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'

export const targetStates = ['matched', 'unmatched', 'ignored'] as const
export const targetKinds = ['host', 'software'] as const
export const exposures = ['internet', 'partner', 'internal', 'isolated'] as const
export const identifiedBy = ['cloudId', 'hostUuid', 'serial', 'assetTag', 'mac', 'fqdn', 'hostname', 'ip', 'person', 'import'] as const

/** What scanners looked at: a host by its identifiers, or software by the name it is scanned under (扫描对象). */
export const scanTarget = noun({
  name: 'scanTarget', room: 'vulnerabilities', prefix: 'ST', label: 'name', unit: 'unit',
  fields: {
    name: field.text({ required: true, max: 300, writable: false }),
    kind: field.oneOf(targetKinds, { required: true, writable: false }),
    state: field.oneOf(targetStates, { required: true, writable: false }),
    asset: field.record('asset', { writable: false }),
    /** What it was recognised by as that asset. */
    matchedBy: field.oneOf(identifiedBy, { writable: false }),
    exposure: field.oneOf(exposures),
    unit: field.unit({ writable: false }),
    os: field.text({ max: 300, writable: false }),
    openVulnerabilities: field.integer({ writable: false, sortable: false, filterable: false }),
    firstSeen: field.timestamp({ writable: false, inList: false }),
    lastSeen: field.timestamp({ writable: false }),
    /** Assets that it may be, and why that is not certain. */
    identifiers: field.recordOnly(field.json(z.array(z.object({ kind: z.enum(identifiedBy), value: z.string(), lastSeen: z.iso.datetime({ offset: true }) })), { writable: false })),
  },
})

const path = '/scan-targets'
const { list, get, update, bulk } = registerOperations(scanTarget, path)
const ids = z.array(z.uuid()).min(1).max(500)

export const targetOperations = {
  list, get, update, bulk,
  candidates: operation({
    id: 'scanTarget.candidates', method: 'GET', path: `${path}/{id}/candidates`, permission: 'scanTarget:read',
    summary: { en: 'Assets that a scanned target may be', 'zh-CN': '扫描对象可能对应的资产' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      items: z.array(z.object({ asset: z.uuid(), reference: z.string(), name: z.string(), by: z.object({ kind: z.string(), value: z.string() }), doubt: z.enum(['addressOnly', 'contradiction', 'several']) })),
    }),
  }),
  match: operation({
    id: 'scanTarget.match', method: 'POST', path: `${path}/match`, permission: 'scanTarget:write',
    summary: { en: 'Say which asset scanned targets are', 'zh-CN': '指定扫描对象对应的资产' },
    input: z.object({ ids, asset: z.uuid() }),
    output: z.object({ matched: z.int(), vulnerabilities: z.int() }),
  }),
  enlist: operation({
    id: 'scanTarget.enlist', method: 'POST', path: `${path}/enlist`, permission: 'scanTarget:write',
    summary: { en: 'Enter scanned targets as new assets', 'zh-CN': '将扫描对象登记为新资产' },
    input: z.object({ ids, unit: z.uuid().optional(), owner: z.uuid().optional() }),
    output: z.object({ created: z.int(), vulnerabilities: z.int() }),
  }),
  ignore: operation({
    id: 'scanTarget.ignore', method: 'POST', path: `${path}/ignore`, permission: 'scanTarget:write',
    summary: { en: 'Leave scanned targets out, or take them back in', 'zh-CN': '忽略扫描对象或取消忽略' },
    input: z.object({ ids, ignored: z.boolean(), reason: z.string().trim().min(1).max(2_000) }),
    output: z.object({ changed: z.int() }),
  }),
}
