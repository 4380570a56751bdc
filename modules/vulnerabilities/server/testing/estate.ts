import { assets } from '@heng/assets/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { all, nessus, take, type Item } from './world.ts'

/** An asset that a scanned host of that name is recognised as. */
export const newAsset = async (who: Actor, org: TestOrganisation, name: string, values: { readonly owner?: string; readonly unit?: string } = {}) => {
  const made = await who.call(assets.asset.create, { name, tier: 'component', type: 'at-server', unit: org.rootUnit, ...values })
  await who.call(assets.identity.set, { id: made.id, identifiers: [{ kind: 'fqdn', value: `${name.toLowerCase()}.example.org` }] })
  return made
}

const hostOf = (name: string, items: readonly Item[]) => ({ name: `${name.toLowerCase()}.example.org`, tags: { 'host-fqdn': `${name.toLowerCase()}.example.org` }, items })

/** Takes in what a scan found on assets of these names, and tells everybody. */
export const scan = async (world: TestWorld, org: TestOrganisation, who: Actor, found: Readonly<Record<string, readonly Item[]>>, how: { readonly coverage?: 'whole' | 'part'; readonly scannedAt?: string } = {}) => {
  const done = await take(world, org, who, nessus(Object.entries(found).map(([name, items]) => hostOf(name, items))), how)
  await org.settle()
  return done
}

export const item = (n: number, severity: Item['severity'] = 3): Item => ({ plugin: 10_000 + n, name: `Flaw ${n}`, severity, port: n })

/** Says that these numbers are known to be exploited, and how likely others are, as the published lists would. */
export const publish = async (org: TestOrganisation, { exploited = [], epss = {} }: { readonly exploited?: readonly string[]; readonly epss?: Readonly<Record<string, number>> }) => {
  await org.asSystem(async (ctx) => {
    for (const kind of ['epss', 'kev']) await sql`insert into exploit_feed (org_id, kind, edition, published_at, entries, source, sha256, taken_at) values (${org.id}, ${kind}, 'test', now(), 1, 'test', 'test', now()) on conflict do nothing`.execute(ctx.tx)
    for (const cve of exploited) await sql`insert into known_exploited (org_id, cve, added_on) values (${org.id}, ${cve}, '2026-01-01')`.execute(ctx.tx)
    for (const [cve, score] of Object.entries(epss)) await sql`insert into exploit_score (org_id, cve, epss, percentile) values (${org.id}, ${cve}, ${score}, 0.9)`.execute(ctx.tx)
  })
}

/** Vulnerabilities by title. */
export const byTitle = async (who: Actor, filter: Record<string, string> = {}) => new Map((await all(who, filter)).map((row) => [row.title, row]))
