import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseError } from './errors.ts'
import { connectExternal } from './external.ts'
import { createTestDatabase, databaseUrl } from './testing/index.ts'
import type { TestDatabase } from './testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function refusal(url: string): Promise<DatabaseError> {
  const error: unknown = await connectExternal(url).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DatabaseError) return error
  throw new Error(`expected a DatabaseError, got ${String(error)}`)
}

describe('connectExternal', () => {
  it('accepts a fitting server and never stops it', async () => {
    const external = await connectExternal(database.url)
    expect(external).toMatchObject({ url: database.url, adopted: true, version: expect.stringMatching(/^\d+\.\d+/) })
    expect(await external.stop()).toBe('left-running')
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('says in one line where nothing answers, without the password', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    await new Promise((resolve) => server.close(resolve))
    const error = await refusal(`postgresql://heng:s3cret@127.0.0.1:${port}/heng`)
    expect(error.code).toBe('unreachable')
    expect(error.message).toBe(`Cannot use the database 127.0.0.1:${port}/heng: nothing listens there (DATABASE_URL).`)
    expect(error.zh).toContain(`127.0.0.1:${port}`)
    expect(`${error.message} ${error.zh}`).not.toContain('s3cret')
  })

  it('names an unknown host, a missing database and a wrong password', async () => {
    expect((await refusal('postgresql://heng:s3cret@nowhere.invalid/heng')).message).toContain('nowhere.invalid')
    expect((await refusal(databaseUrl(database.url, 'absent'))).message).toContain('this database does not exist')
    const wrong = await refusal(database.url.replace(/:[^:@]*@/, ':wrong@'))
    expect(wrong.message).toContain('wrong password for "heng_owner"')
  })

  it.each(['', 'mysql://localhost/heng', 'postgresql://heng:s3cret@:x/heng'])(
    'refuses %j as an address without repeating it',
    async (url) => {
      const error = await refusal(url)
      expect(error.code).toBe('url-invalid')
      expect(error.message).not.toContain('s3cret')
    },
  )

  it('refuses an account that may not create roles, unless the role is there and granted', async () => {
    const name = `plain_${process.pid}`
    await database.pool.query(`create role ${name} login password 'pw'`)
    try {
      const url = new URL(database.url)
      url.username = name
      url.password = 'pw'
      const error = await refusal(url.href)
      expect(error.code).toBe('rights-missing')
      expect(error.message).toContain(`alter role ${name} createrole`)
      await database.pool.query(`alter role ${name} createrole`)
      expect((await connectExternal(url.href)).adopted).toBe(true)
    } finally {
      await database.pool.query(`drop role ${name}`)
    }
  })
})
