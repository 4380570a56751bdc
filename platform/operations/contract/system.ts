import { operation } from '@heng/contract'
import { z } from 'zod'

const folder = z.object({ name: z.string(), bytes: z.int().nullable(), files: z.int().nullable() })

export const systemFacts = z.object({
  version: z.string(),
  node: z.string(),
  platform: z.string(),
  /** Since when this process runs, and what it does. */
  startedAt: z.iso.datetime(),
  role: z.enum(['all', 'web', 'worker']),
  memoryBytes: z.int(),
  database: z.object({
    version: z.string(), bytes: z.int(), embedded: z.boolean(), connections: z.int(), startedAt: z.iso.datetime(),
  }),
  /** Processes that hold a role on this database now. */
  processes: z.array(z.object({ role: z.enum(['all', 'web', 'worker']), name: z.string(), since: z.iso.datetime() })),
  data: z.object({ path: z.string(), folders: z.array(folder), freeBytes: z.int().nullable(), measuredAt: z.iso.datetime() }),
  migrations: z.array(z.object({ module: z.string(), id: z.string(), appliedAt: z.iso.datetime(), version: z.string() })),
  mail: z.object({
    configured: z.boolean(),
    /** Host and port of the server; never the account. */
    server: z.string().nullable(), from: z.string().nullable(),
    lastSentAt: z.iso.datetime().nullable(),
    refused: z.array(z.object({ at: z.iso.datetime(), recipient: z.string(), template: z.string(), code: z.string().nullable() })),
  }),
  /** The last `heng backup` of this data folder; null: none was ever made. */
  backup: z.object({ at: z.iso.datetime(), file: z.string(), bytes: z.int() }).nullable(),
})
export type SystemFacts = z.output<typeof systemFacts>

export const system = {
  facts: operation({
    id: 'system.facts', method: 'GET', path: '/system', permission: 'system:read',
    summary: { en: 'Version, database, data folder, mail and last backup of this installation', 'zh-CN': '系统版本、数据库、数据目录、邮件和最近备份' },
    input: z.object({}), output: systemFacts,
  }),
  testMail: operation({
    id: 'system.testMail', method: 'POST', path: '/system/test-mail', permission: 'system:write',
    summary: { en: 'Send myself a test mail', 'zh-CN': '向本人发送测试邮件' },
    input: z.object({}), output: z.object({ to: z.string() }),
  }),
}
