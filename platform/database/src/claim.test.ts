import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimRole } from './claim.ts'
import { createTestDatabase } from './testing/index.ts'
import type { TestDatabase } from './testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const ignore = () => undefined

describe('claimRole', () => {
  it('lets web and worker run side by side, but neither twice nor beside "all"', async () => {
    const web = await claimRole({ url: database.url, role: 'web', onLost: ignore })
    const worker = await claimRole({ url: database.url, role: 'worker', onLost: ignore })
    const second = claimRole({ url: database.url, role: 'web', onLost: ignore })
    await expect(second).rejects.toMatchObject({ code: 'role-taken' })
    await expect(second).rejects.toThrow(new RegExp(`^Another Heng already runs as "web"[^\\n]*heng web ${process.pid}@[^\\n]*$`))
    await worker.release()
    await expect(claimRole({ url: database.url, role: 'all', onLost: ignore })).rejects.toThrow(/as "all"/)
    // The half that "all" had got was given back.
    const again = await claimRole({ url: database.url, role: 'worker', onLost: ignore })
    await again.release()
    await web.release()
    const all = await claimRole({ url: database.url, role: 'all', onLost: ignore })
    await all.release()
  })

  it('tells once when its connection is lost, and frees the role', async () => {
    const reasons: string[] = []
    await claimRole({ url: database.url, role: 'web', onLost: (reason) => reasons.push(reason) })
    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'heng web %' and datname = current_database()",
    )
    await expect.poll(() => reasons.length).toBe(1)
    expect(reasons).toEqual([expect.stringContaining('terminating connection')])
    const next = await claimRole({ url: database.url, role: 'web', onLost: ignore })
    await next.release()
  })

  it('counts a server that does not answer as lost', async () => {
    const reasons: string[] = []
    await claimRole({ url: database.url, role: 'web', onLost: (reason) => reasons.push(reason), heartbeatMs: 50 })
    const { rows } = await database.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name like 'heng web %' and datname = current_database()",
    )
    const pid = rows[0]?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    try {
      await expect.poll(() => reasons, { timeout: 3_000 }).toEqual(['the database does not answer'])
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    // The connection was given up, so the role is free once the server goes on.
    const next = await claimRole({ url: database.url, role: 'web', onLost: ignore })
    await next.release()
  })

  it('does not report a release as a loss', async () => {
    const reasons: string[] = []
    const claim = await claimRole({ url: database.url, role: 'worker', onLost: (reason) => reasons.push(reason) })
    await claim.release()
    expect(reasons).toEqual([])
  })
})
