import type { Composition } from '@heng/composition'
import type { Planted } from '../plant/plant.ts'

/** Years of changes before today. */
const years = 3
const periodMs = years * 365 * 86_400_000

interface Changing {
  readonly noun: string
  readonly table: string
  readonly versions: number
  /** What differs from version to version, so that levels, owners and names of those days are others than today's. */
  readonly moved: Readonly<Record<string, string>>
}

const changing: readonly Changing[] = [
  { noun: 'risk', table: 'risk', versions: 70, moved: { current_level: '(1 + x.n % 5)::smallint', current_likelihood: '(1 + x.n % 5)::smallint', current_impact: '(1 + (x.n / 5) % 5)::smallint' } },
  { noun: 'asset', table: 'asset', versions: 100, moved: { confidentiality: '(1 + x.n % 5)::smallint', value: '(1 + x.n % 5)::smallint' } },
  { noun: 'riskScenario', table: 'risk_scenario', versions: 10, moved: {} },
]

/**
 * Gives every risk, asset and scenario of the organisation a past of some five million changes at random instants of three years, by SQL: history
 * entries, and the versions that the triggers would have kept. Payloads are short, as no answer about the past reads them.
 */
export const plantPast = async ({ kit }: Composition, { orgId }: Planted): Promise<number> => {
  const { pool } = kit
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from (select from history where org_id = $1 limit 4000000) x', [orgId])
  if (rows[0]!.n >= 4_000_000) return rows[0]!.n
  for (const one of changing) await plantVersions(pool, orgId, one)
  await pool.query(`insert into history (id, org_id, noun, record_id, reference, action, version, actor_name, origin, payload_hash, valid_from)
    select gen_random_uuid(), org_id, noun, id, reference, 'updated', n, 'bench', '{"via":"job","requestId":"bench"}', decode('00', 'hex'), valid_from from (
      ${changing.map(({ noun, table }) => `select '${noun}' as noun, org_id, id, reference, version as n, valid_from from past."${table}" where org_id = '${orgId}'`).join(' union all ')}) v order by valid_from`)
  await pool.query(`insert into history_payload (history_id, org_id, salt, before, after) select h.id, h.org_id, decode('00', 'hex'), null, '{}' from history h
    where h.org_id = $1 and h.actor_name = 'bench'`, [orgId])
  return (await pool.query<{ n: number }>('select count(*)::int as n from history where org_id = $1', [orgId])).rows[0]!.n
}

const plantVersions = async (pool: Composition['kit']['pool'], orgId: string, { noun, table, versions, moved }: Changing): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'past' and table_name = $1
    and column_name not in ('valid_from', 'valid_to', 'cell') order by ordinal_position`, [table])
  const names = rows.map((r) => r.name)
  const values = names.map((name) => (name === 'version' ? 'x.n' : name === 'created_at' ? 'x.first' : name === 'updated_at' ? 'x.f' : (moved[name] ?? `r."${name}"`)))
  const client = await pool.connect()
  try {
    // Today's rows begin where their past ends; that is no change to be kept.
    await client.query('begin')
    await client.query(`alter table "${table}" disable trigger user`)
    // What there is comes after what is planted, by its versions too.
    await client.query(`update "${table}" set version = version + ${versions} where org_id = '${orgId}'`)
    await client.query(`update history set version = version + ${versions} where org_id = '${orgId}' and noun = '${noun}'`)
    await client.query(`insert into past."${table}" (${names.map((n) => `"${n}"`).join(', ')}, valid_from, valid_to, cell)
      select ${values.join(', ')}, x.f, x.t, past.cell(x.f, x.t) from (
        select id, n, first, lag(at, 1, first) over (partition by id order by at) as f, at as t from (
          select id, n, date_trunc('milliseconds', now()) - interval '${periodMs} milliseconds' as first,
            date_trunc('milliseconds', now()) - (1 + abs(hashtextextended(id::text || '/' || n, 1)) % ${periodMs - 1000}) * interval '1 millisecond' as at
          from "${table}" t, generate_series(1, ${versions}) n where t.org_id = '${orgId}') y) x
      join "${table}" r on r.org_id = '${orgId}' and r.id = x.id where x.t > x.f order by x.t on conflict do nothing`)
    await client.query(`update "${table}" r set valid_from = p.last, created_at = p.first from (select id, max(valid_to) as last, min(valid_from) as first from past."${table}" where org_id = '${orgId}' group by id) p
      where r.org_id = '${orgId}' and r.id = p.id`)
    await client.query(`alter table "${table}" enable trigger user`)
    await client.query('commit')
  } finally {
    client.release()
  }
}
