import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, databaseUrl } from './index.ts'
import type { TestDatabase } from './index.ts'

let keeper: TestDatabase
beforeAll(async () => {
  keeper = await createTestDatabase()
})
afterAll(() => keeper.drop())

describe('createTestDatabase', () => {
  it('builds a template once, copies it, replaces it under a new key', async () => {
    const built: string[] = []
    const template = (key: string) => ({
      label: `own${process.pid}`,
      key,
      build: async (pool: TestDatabase['pool']) => {
        built.push(key)
        await pool.query(`create table made as select '${key}' as by`)
      },
    })
    const first = await createTestDatabase(template('one'))
    await first.pool.query('delete from made')
    const [second, third] = await Promise.all([createTestDatabase(template('one')), createTestDatabase(template('one'))])
    expect(built).toEqual(['one'])
    expect((await second.pool.query('select by from made')).rows).toEqual([{ by: 'one' }])
    const other = await createTestDatabase(template('two'))
    expect(built).toEqual(['one', 'two'])
    const { rows } = await keeper.pool.query("select datname from pg_database where datname like 'tpl_own' || $1 || '%'", [process.pid])
    expect(rows).toEqual([{ datname: `tpl_own${process.pid}_two` }])
    for (const database of [first, second, third, other]) await database.drop()
    const left = await keeper.pool.query("select datname from pg_database where datname like 'test_' || $1 || '_%'", [process.pid])
    expect(left.rows).toEqual([{ datname: new URL(keeper.url).pathname.slice(1) }])
    await keeper.pool.query(`drop database tpl_own${process.pid}_two`)
  })

  it('names another database of the same server', () => {
    expect(databaseUrl('postgresql://u:p%40@localhost/heng?host=%2Ftmp&port=5432', 'other')).toBe(
      'postgresql://u:p%40@localhost/other?host=%2Ftmp&port=5432',
    )
  })
})
