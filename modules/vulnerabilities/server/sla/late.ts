import type { Text } from '@heng/contract'
import { holdersOf } from '@heng/directory/reads'
import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { notify } from '@heng/work/reads'
import { sql } from 'kysely'
import { dayIn } from '../dates.ts'

/** By more than so many days past its day a vulnerability is told to whoever answers for the unit as well. */
export const escalateAfter = 7
/** People are told in the morning by the organisation's calendar: in the first of these hours in which the server runs. */
const morning = { from: 6, to: 11 } as const

interface Late {
  readonly person: string | null
  readonly unit: string | null
  readonly step: 1 | 2
  readonly critical: number
  readonly count: number
}

/**
 * What has come to be late since it was told last, by whom it waits for and by unit: past its day (1), past it by more than a week (2). Each vulnerability is
 * told once for each step, and anew for another day. One statement.
 */
const lately = async (ctx: Ctx, today: string): Promise<Late[]> => {
  const { rows } = await sql<Late>`
    with late as materialized (
      select v.id, v.due_on, coalesce(v.assignee, v.owner) as person, v.unit, v.severity, case when v.due_on < ${today}::date - ${escalateAfter}::int then 2 else 1 end as step
      from vulnerability v where v.org_id = ${ctx.org.id} and v.archived_at is null and v.state in ('open', 'confirmed', 'inProgress') and v.due_on < ${today}::date
    ), told as (
      insert into vulnerability_lateness as o (org_id, vulnerability, due_on, step, told_on) select ${ctx.org.id}, id, due_on, step, ${today}::date from late order by id
      on conflict (org_id, vulnerability) do update set due_on = excluded.due_on, step = excluded.step, told_on = excluded.told_on where (o.due_on, o.step) is distinct from (excluded.due_on, excluded.step)
      returning vulnerability
    )
    select l.person, l.unit, l.step, count(*) filter (where l.severity = 'critical')::int as critical, count(*)::int as count from told t join late l on l.id = t.vulnerability group by 1, 2, 3`.execute(ctx.tx)
  return rows
}

const kinds = ['own', 'escalated', 'unassigned'] as const
type Kind = (typeof kinds)[number]
type Told = Record<Kind | 'critical', number>

const vulnerabilities = (count: number): string => (count === 1 ? '1 vulnerability' : `${count} vulnerabilities`)
const said: Readonly<Record<Kind, (count: number) => Text>> = {
  own: (n) => ({ en: `newly overdue: ${vulnerabilities(n)} of yours`, 'zh-CN': `您负责的 ${n} 个漏洞新近逾期` }),
  escalated: (n) => ({ en: `overdue by more than ${escalateAfter} days: ${vulnerabilities(n)}`, 'zh-CN': `${n} 个漏洞逾期超过 ${escalateAfter} 天` }),
  unassigned: (n) => ({ en: `newly overdue and nobody’s: ${vulnerabilities(n)}`, 'zh-CN': `${n} 个无人负责的漏洞新近逾期` }),
}
const titleOf = (told: Told): Text => {
  const parts = kinds.filter((kind) => told[kind] > 0).map((kind) => said[kind](told[kind]))
  const en = parts.map((one) => one.en).join('; ')
  return { en: `${en.charAt(0).toUpperCase()}${en.slice(1)}`, 'zh-CN': parts.map((one) => one['zh-CN']).join('；') }
}
const bodyOf = ({ critical }: Told): Text | null => (critical === 0 ? null : { en: `Critical among them: ${critical}`, 'zh-CN': `其中超危 ${critical} 个` })

/** Who answers for each unit: its head, else the ISMS manager; the latter too for what belongs to no unit. One statement. */
const answering = async (ctx: Ctx, units: readonly (string | null)[]): Promise<(unit: string | null) => readonly string[]> => {
  const named = units.flatMap((unit) => unit ?? [])
  const [managers, ...heads] = await holdersOf(ctx, [{ role: 'ismsManager', unitId: null }, ...named.map((unitId) => ({ role: 'departmentHead' as const, unitId }))])
  const byUnit = new Map(named.map((unit, i) => [unit, heads[i]!]))
  return (unit) => {
    const own = unit === null ? [] : byUnit.get(unit)!
    return own.length > 0 ? own : managers!
  }
}

/**
 * Tells everybody in one notice of the day how much has come to be late: those whom it waits for when its day is over, and whoever answers for the unit a week
 * later, or at once where it waits for nobody. Told on the same day again it tells nothing. Four statements.
 */
export const tellLate = async (ctx: Ctx): Promise<number> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { rows: done } = await sql`select 1 from vulnerability_lateness where org_id = ${ctx.org.id} and told_on = ${today}::date limit 1`.execute(ctx.tx)
  if (done.length > 0) return 0
  const rows = await lately(ctx, today)
  if (rows.length === 0) return 0
  const answer = await answering(ctx, [...new Set(rows.map(({ unit }) => unit))])
  const told = new Map<string, Told>()
  const add = (person: string, key: Kind, { count, critical }: Late): void => {
    const one = told.get(person) ?? { own: 0, escalated: 0, unassigned: 0, critical: 0 }
    told.set(person, { ...one, [key]: one[key] + count, critical: one.critical + critical })
  }
  for (const row of rows) {
    if (row.person !== null) add(row.person, 'own', row)
    if (row.step === 2 || row.person === null) for (const person of answer(row.unit)) if (person !== row.person) add(person, row.step === 2 ? 'escalated' : 'unassigned', row)
  }
  await notify(ctx, [...told].map(([person, one]) => ({ person, kind: 'overdue', title: titleOf(one), body: bodyOf(one), link: 'vulnerabilities?filter[overdue]=true', key: `vulnerability.late:${today}` })))
  return told.size
}

/** Hourly; each organisation once a day, in its morning. */
export const tellLateInAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from organisation where extract(hour from now() at time zone timezone) between ${morning.from} and ${morning.to} order by id`.execute(kit.db)
  for (const { id } of rows) await asSystem(kit, id, 'job', 'vulnerabilities.late', async (ctx) => void (await tellLate(ctx)))
}
