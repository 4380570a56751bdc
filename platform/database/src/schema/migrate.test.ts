import { Pool } from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../testing/index.ts'
import type { TestDatabase } from '../testing/index.ts'
import { appliedMigrations, migrate } from './migrate.ts'
import type { Migration } from './migration.ts'
import { ensureRoles, grantApp } from './roles.ts'

const assets: Migration = {
  module: 'assets',
  id: '0001_assets',
  sql: `create table asset (id int primary key, org_id uuid);\n${grantApp('asset')}`,
}
const owners: Migration = {
  module: 'assets',
  id: '0002_owners',
  sql: async (client) => void (await client.query('alter table asset add owner text')),
}
const risks: Migration = { module: 'risks', id: '0001_risks', sql: 'create table risk (id int primary key, asset int references asset)' }

let database: TestDatabase
// Holds the server between the databases of the tests.
beforeAll(async () => {
  const keeper = await createTestDatabase()
  return () => keeper.drop()
})
beforeEach(async () => {
  database = await createTestDatabase()
  await ensureRoles(database.pool)
})
afterEach(() => database.drop())

describe('migrate', () => {
  it('applies modules as listed and steps by id, once', async () => {
    const first = await migrate(database.pool, [owners, assets, risks], '1.0.0')
    expect(first.applied).toEqual(['assets/0001_assets', 'assets/0002_owners', 'risks/0001_risks'])
    const second = await migrate(database.pool, [assets, owners, risks], '1.0.0')
    expect(second.applied).toEqual([])
    const { rows } = await database.pool.query('select by_version, count(*)::int from heng_migration group by 1')
    expect(rows).toEqual([{ by_version: '1.0.0', count: 3 }])
  })

  it('asks one question when there is nothing to do', async () => {
    await migrate(database.pool, [assets], '1')
    let queries = 0
    const counting = { query: (...args: Parameters<typeof database.pool.query>) => (queries++, database.pool.query(...args)) }
    await migrate(Object.assign(Object.create(database.pool), counting), [assets], '1')
    expect(queries).toBe(1)
  })

  it('lets simultaneous starts wait for one another', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.pool, [assets, owners, risks], '1')))
    expect(runs.flatMap(({ applied }) => applied)).toHaveLength(3)
  })

  it('keeps earlier steps and rolls back the one that fails, naming it and the line', async () => {
    const broken: Migration = { module: 'risks', id: '0001_risks', sql: 'create table half (id int);\nselect nothing_here();' }
    await expect(migrate(database.pool, [assets, broken], '1')).rejects.toThrow(
      /^Migration risks\/0001_risks failed and was rolled back: function nothing_here\(\) does not exist \(line 2\)$/,
    )
    expect(await appliedMigrations(database.pool)).toMatchObject([{ module: 'assets', id: '0001_assets' }])
    expect((await database.pool.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }])
    expect((await migrate(database.pool, [assets, risks], '1')).applied).toEqual(['risks/0001_risks'])
  })

  it('refuses a changed step, a newer schema, a late step and a repeated one', async () => {
    await migrate(database.pool, [assets, owners], '1')
    await expect(migrate(database.pool, [{ ...assets, sql: 'select 1' }, owners], '1')).rejects.toMatchObject({ code: 'migration-changed' })
    const older = migrate(database.pool, [assets], '1')
    await expect(older).rejects.toMatchObject({ code: 'schema-newer' })
    await expect(older).rejects.toThrow(/^The database has a newer schema than this Heng \(it holds assets\/0002_owners\)[^\n]*$/)
    await expect(migrate(database.pool, [assets, owners, { ...risks, module: 'assets', id: '0001_z' }], '1')).rejects.toMatchObject({
      code: 'migration-order',
    })
    await expect(migrate(database.pool, [assets, assets], '1')).rejects.toMatchObject({ code: 'migration-order' })
    await expect(migrate(database.pool, [{ ...assets, id: '1_assets' }], '1')).rejects.toMatchObject({ code: 'migration-order' })
  })

  it('does not take the end of lines for a change', async () => {
    await migrate(database.pool, [assets], '1')
    const windows = { ...assets, sql: `${String(assets.sql).replaceAll('\n', '\r\n')}\n` }
    expect((await migrate(database.pool, [windows], '1')).applied).toEqual([])
  })
})

describe('ensureRoles', () => {
  it('opens to the application what was granted and nothing else', async () => {
    await migrate(database.pool, [assets, risks], '1')
    await database.pool.query('create table auth.session (id int)')
    const client = await database.pool.connect()
    try {
      await client.query('set role heng_app')
      await client.query('insert into asset (id) values (1)')
      await client.query('delete from asset')
      await expect(client.query('select from risk')).rejects.toThrow(/permission denied for table risk/)
      await expect(client.query('select from auth.session')).rejects.toThrow(/permission denied for schema auth/)
      await expect(client.query('create table mine (id int)')).rejects.toThrow(/permission denied for schema public/)
      await expect(client.query('select from heng_migration')).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('reset role')
      client.release()
    }
  })

  it('serves an owner that is no superuser', async () => {
    const name = `owner_${process.pid}`
    const url = new URL(database.url)
    const base = url.pathname.slice(1)
    await database.pool.query(`create role ${name} login createrole password 'pw'`)
    await database.pool.query(
      `grant heng_app to ${name} with admin option, set false, inherit false; alter database ${base} owner to ${name}`,
    )
    await database.pool.query(`alter schema auth owner to ${name}`)
    url.username = name
    url.password = 'pw'
    const pool = new Pool({ connectionString: url.href })
    try {
      await ensureRoles(pool)
      await migrate(pool, [assets], '1')
      await pool.query('begin; set local role heng_app; insert into asset (id) values (7); commit')
      expect((await pool.query('select id from asset')).rows).toEqual([{ id: 7 }])
    } finally {
      await pool.end()
      await database.pool.query(`reassign owned by ${name} to heng_owner; drop owned by ${name}; drop role ${name}`)
    }
  })

  it('refuses names that are not names', () => {
    expect(grantApp('auth.session', ['select'])).toBe('grant select on table "auth"."session" to heng_app;')
    expect(() => grantApp('asset; drop table asset')).toThrow(RangeError)
    expect(() => grantApp('a.b.c')).toThrow(RangeError)
  })
})
