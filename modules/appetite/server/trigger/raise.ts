import { inBoth, type Wording } from '@heng/contract'
import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { TriggerKind } from '../../contract/triggerKinds.ts'
import { inDays } from '../days.ts'
import { asRoom } from '../shown.ts'
import { policyNow } from '../statement/inForce.ts'
import { trigger } from './register.ts'

/** What happened and which assessments it calls into question. */
export interface Cause {
  readonly kind: TriggerKind
  /** Names what happened, with the record that it came from. */
  readonly title: Wording
  readonly risks: readonly string[]
  readonly source?: { readonly noun: string; readonly id: string; readonly reference: string | null; /** Which change of it; the same one is told once. */ readonly version?: number }
  /** Instead of the days that the statement gives. */
  readonly days?: number
}

interface Live {
  readonly id: string
  readonly owner: string | null
  readonly unit: string | null
}

/** Open risks among these. One statement. */
const openAmong = async (ctx: Ctx, ids: readonly string[]): Promise<Map<string, Live>> => {
  const { rows } = await sql<Live>`select id, owner, unit from risk where org_id = ${ctx.org.id} and id = any(${ids}::uuid[]) and status = 'open' and archived_at is null`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.id, r]))
}

const keyOf = (risk: string, kind: string, source: string | null, version: number | null): string => `${risk} ${kind} ${source} ${version ?? 'open'}`

/** Causes that were told before: the same change of a record at any time, and the same record while it waits for an answer. */
const toldAlready = async (ctx: Ctx, causes: readonly Cause[]): Promise<ReadonlySet<string>> => {
  const sources = causes.flatMap(({ source }) => source?.id ?? [])
  if (sources.length === 0) return new Set()
  const { rows } = await sql<{ risk: string; kind: string; source: string; version: number | null; state: string }>`
    select risk, kind, source_id as source, source_version as version, state from review_trigger
    where org_id = ${ctx.org.id} and source_id = any(${sources}::uuid[]) and risk = any(${causes.flatMap((c) => c.risks)}::uuid[])`.execute(ctx.tx)
  return new Set(rows.flatMap((r) => [
    ...(r.version === null ? [] : [keyOf(r.risk, r.kind, r.source, r.version)]),
    ...(r.state === 'open' ? [keyOf(r.risk, r.kind, r.source, null)] : []),
  ]))
}

/**
 * Reopens the assessment of risks because something happened: one trigger for each risk and cause. Closed risks are left out, and
 * causes that the statement says reopen nothing. Told twice, it raises once. Some ten statements for any number; the
 * review's day and the work follow by `reviewTrigger.created`. Returns how many were raised.
 */
export const raiseTriggers = async (ctx: Ctx, causes: readonly Cause[]): Promise<number> => {
  const { reviewDays } = await policyNow(ctx)
  const wanted = causes.filter(({ kind, days }) => (days ?? reviewDays[kind]) !== null)
  const risks = await openAmong(ctx, wanted.flatMap((c) => c.risks))
  const told = await toldAlready(ctx, wanted)
  const seen = new Set<string>()
  const fresh = wanted.flatMap(({ kind, title, risks: about, source, days }) => [...new Set(about)].flatMap((id) => {
    const risk = risks.get(id)
    const [key, waiting] = [keyOf(id, kind, source?.id ?? null, source?.version ?? null), keyOf(id, kind, source?.id ?? null, null)]
    if (risk === undefined || (source !== undefined && (told.has(key) || told.has(waiting) || seen.has(waiting)))) return []
    if (source !== undefined) seen.add(waiting)
    return [{
      title: inBoth(title), risk: id, kind, state: 'open', dueOn: inDays(ctx, (days ?? reviewDays[kind])!), owner: risk.owner, unit: risk.unit,
      raisedAt: ctx.now.toISOString(), raisedBy: ctx.caller.personId, sourceNoun: source?.noun ?? null, sourceId: source?.id ?? null, sourceReference: source?.reference ?? null,
      sourceVersion: source?.version ?? null,
    }]
  }))
  await createRecords(asRoom(ctx), trigger, fresh)
  return fresh.length
}
