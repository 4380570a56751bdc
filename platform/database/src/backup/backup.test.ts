import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { runMigrations } from 'graphile-worker'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimRole } from '../claim.ts'
import { migrate } from '../schema/migrate.ts'
import type { Migration } from '../schema/migration.ts'
import { ensureRoles } from '../schema/roles.ts'
import { createTestDatabase } from '../testing/index.ts'
import type { TestDatabase, TestTemplate } from '../testing/index.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const SCHEMA = `
  create type mood as enum ('calm', 'tense; "quoted"');
  create domain percent as numeric check (value between 0 and 100);
  create table "Person" (id uuid primary key, "order" int generated always as identity, chief uuid references "Person", name text collate "zh-x-icu" not null);
  create table team (id int primary key, lead uuid not null references "Person", parent int references team deferrable);
  alter table "Person" add team int references team;
  create table every_type (
    id bigserial primary key, n numeric, n2 numeric(10,2), f float8, r real, b bytea, j json, jb jsonb, t text, v varchar(5), c char(4), m mood, ms mood[],
    ts timestamptz, d date, ti time, iv interval, u uuid, ip inet, tsr tstzrange, ir int4multirange, arr text[], arr2 int[][], tv tsvector, bits bit varying, bo boolean,
    p percent, oid oid, pt point, doubled numeric generated always as (n * 2) stored);
  create table no_key (a text, b json);
  create table empty_one (id int primary key);
  create table history (at timestamptz not null, what text, primary key (at, what)) partition by range (at);
  create table history_2026 partition of history for values from ('2026-01-01') to ('2027-01-01');
  create table framework (id int primary key, name text);
  insert into framework values (1, 'ISO/IEC 27001');
  create table audited (id int primary key, changes int not null default 0);
  create function count_change() returns trigger language plpgsql as $$ begin new.changes := new.changes + 1; return new; end $$;
  create trigger counts before insert or update on audited for each row execute function count_change();
  create materialized view team_size as select count(*) as size from team;
  create sequence reference_no start 40;
  create table auth.session (id text primary key, secret bytea);
  alter table every_type enable row level security;
  create policy own on every_type using (false);`
const migrations: Migration[] = [{ module: 'rooms', id: '0001_all', sql: SCHEMA }]

async function prepare(pool: Pool): Promise<void> {
  await ensureRoles(pool)
  await migrate(pool, migrations, '1.2.3')
  await runMigrations({ pgPool: pool })
}
const template: TestTemplate = { label: 'backup', key: createHash('sha256').update(SCHEMA).digest('hex').slice(0, 16), build: prepare }

async function fill(pool: Pool): Promise<void> {
  await pool.query(`
    insert into "Person" (id, chief, name, team) overriding system value select gen_random_uuid(), null, '人' || n, null from generate_series(1, 30) n;
    update "Person" set chief = (select id from "Person" order by "order" limit 1);
    insert into team select n, (select id from "Person" order by "order" offset n limit 1), case when n > 1 then n - 1 end from generate_series(1, 5) n;
    update "Person" set team = 1 + "order" % 5;
    insert into every_type (n, n2, f, r, b, j, jb, t, v, c, m, ms, ts, d, ti, iv, u, ip, tsr, ir, arr, arr2, tv, bits, bo, p, oid, pt) values
      ('-0.000000000000000000001', 12345678.90, 0.1::float8 + 0.2, 1e-30, '\\x00ff5c27', '{"b":1, "a" : [1,  2]}', '{"z": 1e400, "a": "\\u4f60 \\n"}',
       E'line\\nbreak\\ttab \\\\ "quote" '' é 你好 🦉 \\u2028', 'abc', 'x', 'tense; "quoted"', array['calm', null, 'tense; "quoted"']::mood[],
       '0044-03-15 12:00:00.123456+00 BC', '0001-01-01 BC', '23:59:59.999999', '-1 year 2 mons -3 days 04:05:06.789', gen_random_uuid(), '2001:db8::/32',
       '[2026-01-01 00:00:00.000001+08,)', '{[1,3),[5,9)}', array['a,b', '{"}', null, 'NULL', '', E'\\\\'], '{{1,2},{3,null}}', to_tsvector('simple', '风险 risk''s "x"'), b'10110',
       true, 33.3, 4294967295, '(0.1,-2)'),
      ('NaN', null, '-Infinity', '-0', '', 'null', 'null', '', '', '', null, '{}', 'infinity', '-infinity', '00:00', '0', null, null, 'empty', '{}', '{}', '{}', '', '', false, 0, 0, null),
      ('Infinity', 0, 'NaN', 3.4028235e38, null, null, null, null, null, null, 'calm', null, '-infinity', '5874897-12-31', null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    insert into every_type (t, jb) select repeat(md5(n::text), 10), jsonb_build_object('n', n) from generate_series(1, 4000) n;
    insert into every_type (t) values (repeat('宽', 2000000));
    insert into no_key values ('same', '{}'), ('same', '{}'), (null, null), ('other', '[1]');
    insert into history select '2026-03-01'::timestamptz + n * interval '1 hour', 'entry ' || n from generate_series(1, 50) n;
    insert into framework values (2, 'GB/T 22239');
    insert into audited select n from generate_series(1, 3) n;
    insert into auth.session values ('s', '\\xdead');
    select nextval('reference_no'), nextval('reference_no');
    select graphile_worker.add_job('send', '{"to": "阿"}', queue_name => 'mail', run_at => '2026-12-01 08:00+08', job_key => 'k', priority => 3, flags => array['b', 'a'], max_attempts => 7);
    select graphile_worker.add_job('tidy');
    select graphile_worker.add_job('dead', max_attempts => 1);
    update graphile_worker._private_jobs j set attempts = 1 from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'dead';`)
}

const home = mkdtempSync(join(tmpdir(), 'heng-backup-'))
const filesDir = join(home, 'files')
const file = join(home, 'backup.heng')
const databases: TestDatabase[] = []
let origin: TestDatabase
const evidence = ['evidence one', '', 'x'.repeat(700_000)].map((text) => ({ text, name: createHash('sha256').update(text).digest('hex') }))

async function fresh(): Promise<TestDatabase> {
  const database = await createTestDatabase(template)
  databases.push(database)
  return database
}

beforeAll(async () => {
  for (const { text, name } of evidence) {
    mkdirSync(join(filesDir, name.slice(0, 2)), { recursive: true })
    writeFileSync(join(filesDir, name.slice(0, 2), name), text)
  }
  writeFileSync(join(filesDir, '.upload-1'), 'half an upload')
  origin = await fresh()
  await fill(origin.pool)
  await backup(origin.pool, { file, filesDir, version: '1.2.3' })
}, 60_000)

afterAll(async () => {
  for (const database of databases) await database.drop()
  rmSync(home, { recursive: true, force: true })
}, 60_000)

/** Restores an altered copy of the backup into a fresh database; the error, and proof that nothing stayed. */
async function attempt(name: string, bytes: Uint8Array, target?: TestDatabase): Promise<Error> {
  const altered = join(home, `${name}.heng`)
  const into = join(home, `files-${name}`)
  writeFileSync(altered, bytes)
  const database = target ?? (await fresh())
  const error: unknown = await restore(database.pool, { file: altered, filesDir: into }).catch((reason: unknown) => reason)
  if (!(error instanceof Error)) throw new Error('the restore went through')
  const { rows } = await database.pool.query(
    'select (select count(*)::int from "Person") people, (select count(*)::int from framework) seeds, (select count(*)::int from graphile_worker._private_jobs) jobs',
  )
  expect(rows).toEqual([{ people: 0, seeds: 1, jobs: 0 }])
  const left = existsSync(into) ? readdirSync(into, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
  expect(left).toEqual([])
  expect(error.message).not.toMatch(/\n/)
  return error
}

/** Replaces text of equal length inside the archive, with all outer checksums right. */
function forge(from: string, to: string): Buffer {
  const bytes = gunzipSync(readFileSync(file))
  const at = bytes.indexOf(from)
  if (at < 0 || Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error(`cannot forge ${from}`)
  bytes.write(to, at)
  return gzipSync(bytes)
}

describe('backup and restore', () => {
  it('gives equal sums after backup, restore, backup, with every kind of value, key, trigger, job and file', async () => {
    const target = await fresh()
    const into = join(home, 'files-copy')
    const restored = await restore(target.pool, { file, filesDir: into })
    const second = await backup(target.pool, { file: join(home, 'second.heng'), filesDir: into, version: '1.2.3' })
    expect(second.manifest).toEqual(restored.manifest)
    const sums = new Map(second.manifest.tables.map((sum) => [sum.name, sum.rows]))
    expect(Object.fromEntries(sums)).toEqual({
      'auth.session': 1,
      'public.Person': 30,
      'public.audited': 3,
      'public.empty_one': 0,
      'public.every_type': 4004,
      'public.framework': 2,
      'public.history': 50,
      'public.no_key': 4,
      'public.team': 5,
      'graphile_worker.jobs': 2,
    })
    expect(second.manifest.files.map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([0, 12, 700_000])
    const facts = `
      select (select json_agg(e order by id) from every_type e where id < 4) as types, (select json_agg(p order by id) from "Person" p) as people,
             (select size from team_size) as teams, (select sum(changes) from audited) as changes, nextval('reference_no') as next, (select count(*) from history_2026) as part,
             (select count(*) from pg_constraint where contype = 'f' and convalidated) as keys, (select count(*) from pg_trigger where tgenabled = 'O' and not tgisinternal) as triggers`
    await origin.pool.query('refresh materialized view team_size')
    expect((await target.pool.query(facts)).rows).toEqual((await origin.pool.query(facts)).rows)
    const { rows } = await target.pool.query(
      'select task_identifier as identifier, queue_name, run_at, max_attempts, key, priority, attempts from graphile_worker.jobs order by 1',
    )
    expect(rows).toMatchObject([
      {
        identifier: 'send',
        queue_name: 'mail',
        run_at: new Date('2026-12-01T00:00:00Z'),
        max_attempts: 7,
        key: 'k',
        priority: 3,
        attempts: 0,
      },
      { identifier: 'tidy' },
    ])
  }, 30_000)

  it('needs no superuser', async () => {
    const name = `restorer_${process.pid}`
    const plain = await createTestDatabase()
    databases.push(plain)
    await plain.pool.query(`create role ${name} login createrole password 'pw'; grant heng_app to ${name} with admin option`)
    await plain.pool.query(`alter database ${new URL(plain.url).pathname.slice(1)} owner to ${name}`)
    const url = new URL(plain.url)
    url.username = name
    url.password = 'pw'
    const pool = new Pool({ connectionString: url.href })
    pool.on('error', () => undefined)
    try {
      await prepare(pool)
      const { manifest } = await restore(pool, { file, filesDir: join(home, 'files-plain') })
      const again = await backup(pool, { file: join(home, 'plain.heng'), filesDir: join(home, 'files-plain'), version: '1.2.3' })
      expect(again.manifest).toEqual(manifest)
    } finally {
      await pool.end()
      await plain.pool.query(`reassign owned by ${name} to heng_owner; drop owned by ${name}; drop role ${name}`)
    }
  })

  it('keeps the file to its owner, and leaves the former one when it fails', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const before = readFileSync(file)
    const failing = backup(origin.pool, { file, filesDir: join(home, 'backup.heng'), version: '1' })
    await expect(failing).rejects.toMatchObject({ code: 'backup-failed' })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('takes one moment, whatever is written meanwhile', async () => {
    const busy = await fresh()
    await busy.pool.query(
      "insert into framework select n, 'f' from generate_series(2, 1000) n; insert into no_key select n::text from generate_series(1, 999) n",
    )
    let stop = false
    const writing = (async () => {
      for (let n = 2000; !stop; n++)
        await busy.pool.query(`with a as (insert into framework values (${n}, 'new')) insert into no_key values ('${n}')`)
    })()
    const { manifest } = await backup(busy.pool, { file: join(home, 'busy.heng'), filesDir, version: '1' })
    stop = true
    await writing
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0
    expect(rows('public.framework') - rows('public.no_key')).toBe(1)
  })

  it('reports evidence whose content is not what its name says', async () => {
    const odd = join(home, 'odd-files')
    const name = evidence[0]?.name ?? ''
    mkdirSync(odd)
    writeFileSync(join(odd, name), 'tampered')
    const { alteredFiles } = await backup(origin.pool, { file: join(home, 'odd.heng'), filesDir: odd, version: '1' })
    expect(alteredFiles).toEqual([name])
  })
})

describe('the key of the installation', () => {
  const secretFile = join(home, 'secret')
  it('travels with the backup, and a restore that fails puts back the one that was there', async () => {
    writeFileSync(secretFile, 'the old key')
    const keyed = join(home, 'keyed.heng')
    await backup(origin.pool, { file: keyed, filesDir, secretFile, version: '1.2.3' })
    const target = await fresh()
    const into = { filesDir: join(home, 'files-keyed'), secretFile: join(home, 'keyed', 'secret') }
    await restore(target.pool, { file: keyed, ...into })
    expect(readFileSync(into.secretFile, 'utf8')).toBe('the old key')
    expect(statSync(into.secretFile).mode & 0o777).toBe(0o600)

    writeFileSync(into.secretFile, 'the key in use')
    const failing = { query: target.pool.query.bind(target.pool), connect: async () => {
      const client = await target.pool.connect()
      return new Proxy(client, { get: (of, name) => {
        if (name === 'query') return (text: string, values?: unknown[]) => (text === 'commit' ? Promise.reject(new Error('no room')) : of.query(text, values))
        const value = Reflect.get(of, name) as unknown
        return typeof value === 'function' ? value.bind(of) : value
      } })
    } } as unknown as Pool
    await expect(restore(failing, { file: keyed, ...into, replace: true })).rejects.toThrow('no room')
    expect(readFileSync(into.secretFile, 'utf8')).toBe('the key in use')
  })

  it('is not taken from a file in which it was altered', async () => {
    writeFileSync(secretFile, 'the-very-own-key')
    const keyed = join(home, 'keyed-2.heng')
    await backup(origin.pool, { file: keyed, filesDir, secretFile, version: '1.2.3' })
    const bytes = gunzipSync(readFileSync(keyed))
    bytes.write('the-evil-own-key', bytes.indexOf('the-very-own-key'))
    expect((await attempt('key', gzipSync(bytes))).message).toMatch(/damaged at secret/)
  })
})

describe('a restore that replaces', () => {
  it('puts the backup in the place of all that was there, tasks included, or leaves everything as it was', async () => {
    const used = await fresh()
    await used.pool.query("insert into framework values (77, 'of the old'); insert into audited values (900); select graphile_worker.add_job('old')")
    const into = join(home, 'files-replaced')
    const name = evidence[0]!.name
    mkdirSync(join(into, name.slice(0, 2)), { recursive: true })
    writeFileSync(join(into, name.slice(0, 2), name), 'rotten')
    writeFileSync(join(home, 'cut.heng'), readFileSync(file).subarray(0, -200))
    await expect(restore(used.pool, { file: join(home, 'cut.heng'), filesDir: into, replace: true })).rejects.toMatchObject({ code: 'backup-damaged' })
    expect((await used.pool.query('select (select count(*)::int from audited) audited, (select count(*)::int from graphile_worker.jobs) jobs')).rows).toEqual([{ audited: 1, jobs: 1 }])
    const { manifest } = await restore(used.pool, { file, filesDir: into, replace: true })
    expect((await backup(used.pool, { file: join(home, 'replaced.heng'), filesDir: into, version: '1.2.3' })).manifest).toEqual(manifest)
    expect(readFileSync(join(into, name.slice(0, 2), name), 'utf8')).toBe(evidence[0]!.text)
  })
})

describe('a restore is refused', () => {
  it('into a database with rows of its own, jobs, or a running instance', async () => {
    const used = await fresh()
    await used.pool.query("update framework set name = 'changed'")
    await expect(restore(used.pool, { file, filesDir: home })).rejects.toThrow(
      /^Cannot restore: table public\.framework is not empty[^\n]*$/,
    )
    const working = await fresh()
    await working.pool.query("select graphile_worker.add_job('x')")
    await expect(restore(working.pool, { file, filesDir: home })).rejects.toThrow(/graphile_worker\.jobs is not empty/)
    const running = await fresh()
    const claim = await claimRole({ url: running.url, role: 'worker', onLost: () => undefined })
    await expect(restore(running.pool, { file, filesDir: home })).rejects.toThrow(/Heng is running/)
    await claim.release()
  })

  it('into a database with other migrations or none, or without the worker', async () => {
    const bare = await createTestDatabase()
    databases.push(bare)
    await expect(restore(bare.pool, { file, filesDir: home })).rejects.toThrow(
      /written by Heng 1\.2\.3 with migration rooms\/0001_all, which this database lacks/,
    )
    await ensureRoles(bare.pool)
    await migrate(bare.pool, migrations, '1.2.3')
    await expect(restore(bare.pool, { file, filesDir: home })).rejects.toThrow(/the worker has not prepared/)
    const newer = await fresh()
    await migrate(newer.pool, [...migrations, { module: 'rooms', id: '0002_more', sql: 'select 1' }], '1.3.0')
    await expect(restore(newer.pool, { file, filesDir: home })).rejects.toThrow(/this database has migration rooms\/0002_more/)
  })

  it('when the file is missing, empty, cut off or altered, naming the place', async () => {
    const target = await fresh()
    const whole = readFileSync(file)
    await expect(restore(target.pool, { file: join(home, 'absent'), filesDir: home })).rejects.toThrow(/^Cannot read the backup/)
    expect((await attempt('empty', new Uint8Array(0), target)).message).toMatch(/damaged/)
    expect((await attempt('text', Buffer.from('not a backup'), target)).message).toMatch(
      /damaged at its beginning: the compressed data is cut off or altered/,
    )
    expect((await attempt('cut', whole.subarray(0, whole.length / 2), target)).message).toMatch(/damaged at (tables|files)\//)
    expect((await attempt('tail', whole.subarray(0, -4), target)).message).toMatch(/cut off or altered/)
    const flipped = Buffer.from(whole)
    const middle = Math.floor(whole.length / 2)
    flipped[middle] = (flipped[middle] ?? 0) ^ 0x10
    expect((await attempt('flipped', flipped, target)).message).toMatch(/The backup is damaged at /)
  }, 30_000)

  it.each([
    ['row', 'GB/T 22239', 'GB/T 22240', /table public\.framework: its content as read differs/],
    ['number', '["2","GB/T', '["1","GB/T', /framework.*: duplicate key value violates unique constraint/],
    ['cell', '["2","GB/T', '["x","GB/T', /tables\/public\.framework\/000001\.ndjson: invalid input syntax for type integer/],
    ['shape', '["2","GB/T', '["2",["B/T', /framework\/000001\.ndjson: line 2 is not a row of 2 columns/],
    ['evidence', 'evidence one', 'evidence two', /files\/.*: its content differs/],
    ['manifest', '"rows":50', '"rows":51', /table public\.history: 50 rows as read, 51 expected/],
    ['format', '"format":1', '"format":9', /format 9, this Heng reads format 1/],
  ])('when the %s was forged with all checksums of the archive right', async (name, from, to, message) => {
    expect((await attempt(`forged-${name}`, forge(from, to))).message).toMatch(message)
  })

  it('when a path leads out of the folder', async () => {
    const name = evidence[0]?.name ?? ''
    const bytes = gunzipSync(readFileSync(file))
    const at = bytes.indexOf(`files/${name.slice(0, 2)}/${name}`)
    bytes.write('files/../', at)
    let sum = 0
    for (let byte = 0; byte < 512; byte++) sum += byte >= 148 && byte < 156 ? 32 : (bytes[at + byte] ?? 0)
    bytes.write(sum.toString(8).padStart(6, '0'), at + 148)
    expect((await attempt('outside', gzipSync(bytes))).message).toMatch(/damaged at files\/\.\.\/.*: its path is not one of ours/)
  })
})
