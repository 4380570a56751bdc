import { operation } from '@heng/contract'
import { z } from 'zod'

export const feedKinds = ['epss', 'kev'] as const
export type FeedKind = (typeof feedKinds)[number]
export const feedAddresses: Readonly<Record<FeedKind, string>> = {
  epss: 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz',
  kev: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json',
}
/** After so many days a feed says too little of today. */
export const staleAfter: Readonly<Record<FeedKind, number>> = { epss: 3, kev: 14 }

const address = z.url({ protocol: /^https$/ }).max(500)

/** What the world knows of exploitation, as far as the organisation has taken it in. */
export const exploitFeed = z.object({
  kind: z.enum(feedKinds),
  /** Null: never taken in. */
  present: z.object({
    /** As the publisher names it: model and day of the scores, version of the catalogue. */
    edition: z.string(), publishedAt: z.iso.datetime({ offset: true }), entries: z.int(), ageDays: z.int(), stale: z.boolean(),
    /** Name of the file, or the address. */
    source: z.string(), sha256: z.string(), takenAt: z.iso.datetime({ offset: true }), takenBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  }).nullable(),
  /** Whether it may be fetched from its address, and whether every night. */
  remote: z.boolean(), daily: z.boolean(), address, version: z.int(),
  /** What was taken last or is being taken. */
  job: z.object({ id: z.uuid(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), done: z.int(), total: z.int().nullable(), error: z.string().nullable(), finishedAt: z.iso.datetime({ offset: true }).nullable() }).nullable(),
})
export type ExploitFeed = z.output<typeof exploitFeed>

const path = '/exploit-feeds'
const kind = z.enum(feedKinds)
export const feedOperations = {
  list: operation({
    id: 'exploitFeed.list', method: 'GET', path, permission: 'exploitFeed:read',
    summary: { en: 'State of the feeds on exploitation', 'zh-CN': '查看漏洞利用情报源状态' },
    input: z.object({}),
    output: z.object({ items: z.array(exploitFeed), allowed: z.array(z.enum(['take', 'configure'])) }),
  }),
  take: operation({
    id: 'exploitFeed.take', method: 'POST', path: `${path}/take`, permission: 'exploitFeed:write',
    summary: { en: 'Take in an edition of a feed, from an uploaded file or by its address', 'zh-CN': '导入情报源（上传文件或按地址获取）' },
    /** With `file` (uploaded before by `PUT /orgs/{org}/files`) that is read; else it is fetched, where that is turned on. */
    input: z.object({ kind, file: z.uuid().optional(), url: address.optional() }),
    output: z.object({ jobId: z.uuid() }),
  }),
  configure: operation({
    id: 'exploitFeed.configure', method: 'PUT', path: `${path}/{kind}`, permission: 'exploitFeed:configure',
    summary: { en: 'Say whether a feed may be fetched from its address', 'zh-CN': '设置是否允许按地址获取情报源' },
    /** `address` null: the publisher's own. */
    input: z.object({ kind, remote: z.boolean(), daily: z.boolean(), address: address.nullable(), version: z.int().min(0) }),
    output: z.object({ version: z.int() }),
  }),
}
