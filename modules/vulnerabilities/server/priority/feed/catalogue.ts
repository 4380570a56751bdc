import { FeedError, readKev, type KevCatalog } from '@heng/engine-priority'
import { rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { refuseOlder, type Edition } from './edition.ts'

const columns = [
  { name: 'cve', type: 'text' }, { name: 'name', type: 'text' }, { name: 'added', type: 'date' }, { name: 'due', type: 'date' }, { name: 'ransomware', type: 'boolean' },
]

/** When it was published: as it says, else the day on which its last entry came. */
const publishedOf = ({ released, entries }: KevCatalog): Date => {
  const at = new Date(released ?? entries.map(({ added }) => added).toSorted().at(-1)!)
  if (Number.isNaN(at.getTime())) throw new FeedError('dateReleased', 'is no instant', '不是有效时间')
  return at
}

/** CVE numbers of the organisation's vulnerabilities that came in, went or changed. */
const movedOf = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await sql<{ cve: string }>`select coalesce(i.cve, k.cve) as cve from incoming_known i full join (select * from known_exploited where org_id = ${ctx.org.id}) k on k.cve = i.cve
    where (i.cve, i.added, i.due, i.ransomware) is distinct from (k.cve, k.added_on, k.due_on, k.ransomware)
      and exists (select from vulnerability_cve c where c.org_id = ${ctx.org.id} and c.cve = coalesce(i.cve, k.cve))`.execute(ctx.tx)
  return rows.map(({ cve }) => cve)
}

const isFirst = async (ctx: Ctx): Promise<boolean> => {
  const { rows } = await sql`select 1 from exploit_feed where org_id = ${ctx.org.id} and kind = 'kev'`.execute(ctx.tx)
  return rows.length === 0
}

/** Takes the catalogue in, whole. The first one tells of every vulnerability that it is listed or not; later ones move what they changed. Throws `FeedError`, `exploitFeed.older`. */
export const takeCatalogue = async (ctx: Ctx, document: unknown): Promise<Edition> => {
  const catalogue = readKev(document)
  const { entries, version } = catalogue
  if (entries.length === 0) throw new FeedError('vulnerabilities', 'there are no entries', '没有条目')
  const places = new Map(entries.map(({ cve }, i) => [cve, i]))
  const twice = entries.findIndex(({ cve }, i) => places.get(cve) !== i)
  if (twice !== -1) throw new FeedError(`vulnerabilities[${twice}].cveID`, `${entries[twice]!.cve} is told twice`, `${entries[twice]!.cve} 出现了两次`)
  const publishedAt = publishedOf(catalogue)
  await refuseOlder(ctx, 'kev', publishedAt, 'dateReleased')
  await sql`create temporary table incoming_known (cve text primary key, name text, added date not null, due date, ransomware boolean) on commit drop`.execute(ctx.tx)
  await sql`insert into incoming_known select r.cve, r.name, r.added, r.due, r.ransomware from ${rowset(columns, entries as never)}`.execute(ctx.tx)
  const cves = await movedOf(ctx)
  const moved = (await isFirst(ctx)) ? { all: true as const } : cves.length === 0 ? null : { cves }
  await sql`delete from known_exploited k where k.org_id = ${ctx.org.id} and not exists (select from incoming_known i where i.cve = k.cve)`.execute(ctx.tx)
  await sql`insert into known_exploited as k (org_id, cve, name, added_on, due_on, ransomware) select ${ctx.org.id}, cve, name, added, due, ransomware from incoming_known
    on conflict (org_id, cve) do update set name = excluded.name, added_on = excluded.added_on, due_on = excluded.due_on, ransomware = excluded.ransomware`.execute(ctx.tx)
  const edition = version ?? publishedAt.toISOString().slice(0, 10)
  return { edition, publishedAt, entries: entries.length, moved, reason: `CISA KEV ${edition}` }
}
