import type { Composition } from '@heng/composition'

/** Assets, so many hosts that they are, and vulnerabilities on these: 70 % mended, most of the rest open; planted by SQL, as a year of scans would take hours. Repeatable. */
export const plantVulnerabilities = async ({ kit }: Composition, orgId: string, count: number): Promise<void> => {
  const { rows } = await kit.pool.query<{ n: string }>('select count(*) as n from vulnerability where org_id = $1', [orgId])
  if (Number(rows[0]!.n) >= count) return
  const client = await kit.pool.connect()
  const hosts = Math.ceil(count / 100)
  try {
    await client.query('begin')
    await client.query(`insert into vulnerability_scan (org_id, id, reference, version, created_at, updated_at, file_name, state, coverage, source, scanned_at)
      values ($1, uuidv7(), 'VS-9001', 1, now(), now(), 'planted', 'done', 'whole', 'api', now() - interval '1 day')`, [orgId])
    await client.query(`insert into scan_target (org_id, id, reference, version, created_at, updated_at, name, kind, state, asset, matched_by, exposure, unit, first_seen, last_seen)
      select $1, uuidv7(), 'ST-' || (90000 + n), 1, now(), now(), 'host-' || n || '.example.org', 'host', case when a.id is null then 'unmatched' else 'matched' end, a.id, case when a.id is null then null else 'fqdn' end,
        (array['internal','internet','partner',null])[1 + n % 4], a.unit, now() - interval '300 days', now()
      from generate_series(1, $2::int) n left join (select id, unit, row_number() over (order by id) as place from asset where org_id = $1 and archived_at is null) a on a.place = n`, [orgId, hosts])
    // Scattered by a hash, so that nothing goes with anything else by chance.
    await client.query(`insert into vulnerability (org_id, id, reference, version, created_at, updated_at, title, priority, severity, rank, state, due_on, asset, target, location, cves, cvss, epss, exploited, unit, owner, tool, rule,
        first_seen, last_seen, last_scan, state_since, reopened)
      select $1, uuidv7(), 'V-' || (1000000 + n), 1, now(), now(), 'Flaw of product ' || h.a % 20011 || ' before ' || h.a % 30 || '.' || h.b % 7,
        (array['routine','scheduled','urgent','immediate'])[s.step], (array['low','medium','high','critical'])[s.step], case when s.open then s.step * 1100 + h.b % 100 end, s.state,
        (now() - h.b % 300 * interval '1 day' + (array[180,90,30,7])[s.step] * interval '1 day')::date, t.asset, t.id, (array['443/tcp www','22/tcp ssh','445/tcp cifs','3389/tcp rdp'])[1 + h.c % 4],
        'CVE-20' || 10 + h.a % 16 || '-' || (10000 + h.a % 40000), (h.c % 101) / 10.0, (h.b % 100) / 100.0, h.c % 97 = 0, t.unit, a.owner, 'nessus', (10000 + h.a % 20011)::text,
        now() - h.b % 300 * interval '1 day', now() - interval '1 day', (select id from vulnerability_scan where org_id = $1 and reference = 'VS-9001'), now() - h.c % 100 * interval '1 day', 0
      from generate_series(1, $2::int) n
      cross join lateral (select abs(hashint4(n) / 2) as a, abs(hashint4(n + 1000000000) / 2) as b, abs(hashint4(n + 2000000000) / 2) as c) h
      cross join lateral (select 1 + (h.a / 7 % 20 > 6)::int + (h.a / 7 % 20 > 13)::int + (h.a / 7 % 20 > 18)::int as step,
        (array['verified','verified','verified','verified','verified','verified','falsePositive','open','open','confirmed'])[1 + h.c / 7 % 10] as state, h.c / 7 % 10 >= 7 as open) s
      join (select *, row_number() over (order by id) as place from scan_target where org_id = $1) t on t.place = 1 + h.a / 11 % $3::int
      left join asset a on a.org_id = $1 and a.id = t.asset`, [orgId, count, hosts])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  await kit.pool.query('vacuum analyze vulnerability, scan_target')
}
