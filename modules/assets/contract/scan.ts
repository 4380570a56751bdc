import { field, label, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { identifier } from './identity.ts'

export const scanStates = ['open', 'applied', 'discarded'] as const

/** One import of one scanner's report: read, looked at, decided, written. */
export const assetScan = noun({
  name: 'assetScan', room: 'assets', prefix: 'NS', label: 'fileName', owners: ['startedBy'],
  fields: {
    fileName: field.text({ required: true, writable: false }),
    state: field.oneOf(scanStates, { required: true, writable: false }),
    scannedAt: field.timestamp({ writable: false }),
    hosts: field.integer({ writable: false }),
    created: field.integer({ writable: false }),
    updated: field.integer({ writable: false }),
    skipped: field.integer({ writable: false }),
    startedBy: field.person({ writable: false }),
    appliedAt: field.timestamp({ writable: false }),
    /** Program and version, and the command line it was run with. */
    scanner: field.text({ writable: false, inList: false }),
    command: field.longText({ writable: false, max: 4_000 }),
    /** Hosts of the report that were not up or had nothing to be told by. */
    ignored: field.integer({ writable: false, inList: false }),
    /** Identifiers that several hosts of the report shared: they recognise none. */
    ambiguous: field.integer({ writable: false, inList: false }),
    /** The report broke off; what came before was taken on request. */
    partial: field.boolean({ writable: false, inList: false }),
  },
})

export const verdicts = ['new', 'match', 'possible', 'elsewhere'] as const
export const decisions = ['create', 'update', 'skip'] as const

const fieldChange = z.object({ before: z.string().nullable(), after: z.string() })
const scanHost = z.object({
  line: z.int(),
  name: z.string(),
  nameFrom: z.enum(['fqdn', 'hostname', 'ip', 'mac']),
  identifiers: z.array(identifier),
  /** The type guessed and what the guess rests on. */
  type: z.object({ code: z.string(), basis: z.enum(['deviceType', 'service', 'os', 'vendor']), found: z.string() }).nullable(),
  description: z.string(),
  seenAt: z.iso.datetime().nullable(),
  verdict: z.enum(verdicts),
  /** The asset that it is recognised as, and by what. */
  asset: z.uuid().nullable(),
  by: identifier.nullable(),
  /** Assets that it may be; `doubt` says why that is not certain. */
  candidates: z.array(z.object({ asset: z.uuid(), by: identifier, doubt: z.enum(['addressOnly', 'contradiction', 'several']) })),
  /** Null: not decided, nothing will be written. */
  decision: z.enum(decisions).nullable(),
  /** The asset to update: the recognised one or the one chosen among the possible. */
  target: z.uuid().nullable(),
  /** What an update would change on `target`; null where nothing would be updated. */
  changes: z.object({
    fields: z.partialRecord(z.enum(['name', 'type', 'description']), fieldChange),
    added: z.array(identifier),
    unseen: z.array(identifier),
  }).nullable(),
  /** The asset that was written, once applied. */
  result: z.uuid().nullable(),
})

const id = { id: z.uuid() }
const counts = z.record(z.enum(verdicts), z.int())

const { list, get } = registerOperations(assetScan, '/asset-scans')

export const scan = {
  list,
  get,
  details: operation({
    id: 'assetScan.details', method: 'GET', path: '/asset-scans/{id}/details', permission: 'assetScan:read',
    summary: { en: 'How far the import of a scan is, and what it would do', 'zh-CN': '扫描导入的进展及预计结果' },
    input: z.object(id),
    output: z.object({
      verdicts: counts,
      /** Of all hosts, by what was decided. */
      decisions: z.object({ create: z.int(), update: z.int(), skip: z.int(), open: z.int() }),
      /** Updates that change a field or add an identifier; the others only note when the asset was last seen. */
      changing: z.int(),
      job: z.object({ state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), done: z.int(), total: z.int().nullable(), error: z.object({ code: z.string(), message: z.string() }).nullable() }).nullable(),
      /** The caller may decide and apply. */
      mayDecide: z.boolean(),
    }),
  }),
  hosts: operation({
    id: 'assetScan.hosts', method: 'GET', path: '/asset-scans/{id}/hosts', permission: 'assetScan:read',
    summary: { en: 'Hosts of a scan and what each would do', 'zh-CN': '扫描到的主机及其预计结果' },
    input: z.object({ ...id, verdict: z.enum(verdicts).optional(), changing: z.stringbool().optional(), after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    output: z.object({ items: z.array(scanHost), next: z.int().nullable(), labels: z.record(z.string(), label) }),
  }),
  decide: operation({
    id: 'assetScan.decide', method: 'POST', path: '/asset-scans/{id}/decisions', permission: 'assetScan:run',
    summary: { en: 'Decide what hosts become', 'zh-CN': '决定主机的处理方式' },
    /** `lines`, or all hosts of one verdict. `update` of a host that is not recognised needs the asset. */
    input: z.object({
      ...id, lines: z.array(z.int()).min(1).max(1_000).optional(), verdict: z.enum(verdicts).optional(), decision: z.enum(decisions).nullable(), asset: z.uuid().optional(),
    }),
    output: z.object({ decided: z.int() }),
  }),
  check: operation({
    id: 'assetScan.check', method: 'POST', path: '/asset-scans/{id}/check', permission: 'assetScan:run',
    summary: { en: 'Compare with the register again', 'zh-CN': '重新与资产清单比对' },
    input: z.object(id), output: z.object({ changed: z.int() }),
  }),
  apply: operation({
    id: 'assetScan.apply', method: 'POST', path: '/asset-scans/{id}/apply', permission: 'assetScan:run',
    summary: { en: 'Write what was decided, all or nothing', 'zh-CN': '按决定写入，全部成功或全部不写' },
    /** New assets get this unit and owner. */
    input: z.object({ ...id, version: z.int(), unit: z.uuid().optional(), owner: z.uuid().optional() }),
    output: z.object({ jobId: z.uuid() }),
  }),
  discard: operation({
    id: 'assetScan.discard', method: 'POST', path: '/asset-scans/{id}/discard', permission: 'assetScan:run',
    summary: { en: 'Give the import of a scan up', 'zh-CN': '放弃导入该扫描' },
    input: z.object({ ...id, version: z.int() }), output: z.object({}),
  }),
}
