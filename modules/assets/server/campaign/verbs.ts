import { HengError, notFound } from '@heng/contract'
import { holdersOf } from '@heng/directory/reads'
import { authorise, covers, emit, labelsFor, reach, record, resourceOf, rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import { campaign } from './register.ts'

const inState = async (ctx: Ctx, id: string, state: 'draft' | 'open'): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, campaign, [id], true)
  if (row === undefined) throw notFound('campaign')
  if (row.state !== state) throw new HengError(state === 'draft' ? 'campaign.notDraft' : 'campaign.notOpen', { status: 409 })
  return row
}

/** Whether an asset `a` of a unit `u` has nobody of its own to ask. */
const ownerless = sql`a.owner is null and u.head is null`

/**
 * Asks for every active asset in scope: of its owner, else of the head of its unit, else of the ISMS manager who opens
 * the campaign. One statement for any number; asking again adds only what is missing.
 */
export const open = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const row = await inState(ctx, id, 'draft')
  authorise(ctx, 'campaign:write', resourceOf(campaign, row))
  const manager = ctx.caller.personId ?? (await holdersOf(ctx, [{ role: 'ismsManager', unitId: null }]))[0]?.[0] ?? null
  const { rows } = await sql<{ id: string; responsible: string | null; ownerless: boolean }>`
    with recursive below as (
      select u.id from unit u where u.org_id = ${ctx.org.id} and (u.id = ${row.unit as string | null}::uuid or (${row.unit as string | null}::uuid is null and u.parent is null))
      union select u.id from unit u join below b on u.parent = b.id where u.org_id = ${ctx.org.id}
    )
    insert into attestation (id, org_id, campaign, asset, unit, responsible)
    select gen_random_uuid(), a.org_id, ${id}, a.id, a.unit, coalesce(a.owner, u.head, ${manager}::uuid)
    from asset a left join unit u on u.org_id = a.org_id and u.id = a.unit
    where a.org_id = ${ctx.org.id} and a.archived_at is null and (${row.unit as string | null}::uuid is null or a.unit in (select id from below))
    on conflict do nothing returning id, responsible, (select ${ownerless} from asset a left join unit u on u.org_id = a.org_id and u.id = a.unit where a.org_id = attestation.org_id and a.id = attestation.asset) as ownerless`.execute(ctx.tx)
  if (rows.length === 0) throw new HengError('campaign.empty', { status: 409 })
  await updateRecords({ ...ctx, caller: { ...ctx.caller, system: true } }, campaign, [{ id, version, values: { state: 'open' } }])
  const people = [...new Set(rows.flatMap((r) => (r.responsible === null ? [] : [r.responsible])))]
  await emit(ctx, 'campaign.opened', { id, reference: row.reference, title: row.name, dueOn: row.dueOn, personIds: people })
  return { asked: rows.length, ownerless: rows.filter((r) => r.ownerless).length }
}

export const close = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason?: string }) => {
  const row = await inState(ctx, id, 'open')
  authorise(ctx, 'campaign:write', resourceOf(campaign, row))
  await updateRecords({ ...ctx, caller: { ...ctx.caller, system: true } }, campaign, [{ id, version, values: { state: 'closed' } }], reason)
  await emit(ctx, 'campaign.closed', { id })
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from attestation where org_id = ${ctx.org.id} and campaign = ${id} and state = 'pending'`.execute(ctx.tx)
  return { pending: rows[0]!.n }
}

/** Attestations, as `t`, of assets that the caller may see or is asked about. */
const visible = (ctx: Ctx) => {
  const r = reach(ctx, 'asset:read')
  if (r.kind !== 'some') return r.kind === 'all' ? sql`true` : sql`false`
  return sql`(t.unit = any(${r.unitIds}::uuid[]) or t.responsible = ${r.personId}::uuid)`
}

/** Progress of each unit, counting what the caller may see. */
export const progress = async (ctx: Ctx, { id }: { id: string }) => {
  const { rows } = await sql<{ unit: string | null; total: number; confirmed: number; corrected: number; disowned: number }>`
    select t.unit, count(*)::int as total, count(*) filter (where t.state = 'confirmed')::int as confirmed,
      count(*) filter (where t.state = 'corrected')::int as corrected, count(*) filter (where t.state = 'disowned')::int as disowned
    from attestation t where t.org_id = ${ctx.org.id} and t.campaign = ${id} and ${visible(ctx)} group by t.unit order by total desc, t.unit`.execute(ctx.tx)
  return { units: rows, labels: await labelsFor(ctx, 'unit', rows.flatMap((u) => (u.unit === null ? [] : [u.unit]))) }
}

interface AttestationRow {
  readonly id: string
  readonly asset: string
  readonly assetReference: string
  readonly assetName: string
  readonly unit: string | null
  readonly responsible: string | null
  readonly state: 'pending' | 'confirmed' | 'corrected' | 'disowned'
  readonly ownerless: boolean
  readonly note: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly confidentiality: number | null
  readonly integrity: number | null
  readonly availability: number | null
  readonly value: number | null
}

export const attestations = async (ctx: Ctx, input: { id: string; state?: string; mine?: boolean; after?: string; limit: number }) => {
  const { rows } = await sql<AttestationRow>`
    select t.id, t.asset, a.reference as "assetReference", a.name as "assetName", t.unit, t.responsible, t.state, ${ownerless} as ownerless, t.note,
      t.decided_by as "decidedBy", t.decided_at as "decidedAt", a.confidentiality, a.integrity, a.availability, a.value
    from attestation t join asset a on a.org_id = t.org_id and a.id = t.asset left join unit u on u.org_id = a.org_id and u.id = a.unit
    where t.org_id = ${ctx.org.id} and t.campaign = ${input.id} and ${visible(ctx)}
      and (${input.state ?? null}::text is null or t.state = ${input.state ?? null})
      and (${input.mine ?? false} = false or t.responsible = ${ctx.caller.personId}::uuid)
      and (${input.after ?? null}::uuid is null or t.asset > (select x.asset from attestation x where x.org_id = t.org_id and x.id = ${input.after ?? null}::uuid))
    order by t.asset limit ${input.limit + 1}`.execute(ctx.tx)
  const items = rows.slice(0, input.limit)
  const may = reach(ctx, 'campaign:attest')
  const people = items.flatMap((i) => [i.responsible, i.decidedBy]).filter((id) => id !== null)
  const units = items.flatMap((i) => (i.unit === null ? [] : [i.unit]))
  return {
    items: items.map((i) => ({ ...i, mayDecide: covers(may, { unitId: i.unit, ownerIds: [i.responsible] }) })),
    next: rows.length > input.limit ? items.at(-1)!.id : null,
    labels: { ...(await labelsFor(ctx, 'person', [...new Set(people)])), ...(await labelsFor(ctx, 'unit', [...new Set(units)])) },
  }
}

/** A department head decides for the unit, an owner for the own assets; a confirmation is stamped on the asset. */
export const decide = async (ctx: Ctx, input: { id: string; ids: string[]; decision: 'confirmed' | 'corrected' | 'disowned'; note?: string }) => {
  await inState(ctx, input.id, 'open')
  const { rows } = await sql<{ id: string; asset: string; unit: string | null; responsible: string | null; state: string; reference: string; active: boolean }>`
    select t.id, t.asset, t.unit, t.responsible, t.state, a.reference, a.archived_at is null as active from attestation t join asset a on a.org_id = t.org_id and a.id = t.asset
    where t.org_id = ${ctx.org.id} and t.campaign = ${input.id} and t.id = any(${input.ids}::uuid[]) and ${visible(ctx)} order by t.id for update of t`.execute(ctx.tx)
  if (rows.length !== new Set(input.ids).size) throw notFound('attestation')
  for (const row of rows) authorise(ctx, 'campaign:attest', { unitId: row.unit, ownerIds: [row.responsible] })
  if (input.decision === 'disowned' && (input.note ?? '') === '') throw new HengError('campaign.noteNeeded', { fields: [{ path: 'note', code: 'required' }] })
  await sql`update attestation set state = ${input.decision}, note = ${input.note ?? null}, decided_by = ${ctx.caller.personId}, decided_at = ${ctx.now}
    where org_id = ${ctx.org.id} and id = any(${input.ids}::uuid[])`.execute(ctx.tx)
  await record(ctx, { noun: 'attestation', action: input.decision, reason: input.note }, rows.map((row) => ({
    id: row.id, reference: row.reference, version: 1, before: { state: row.state }, after: { state: input.decision, asset: row.asset, campaign: input.id },
  })))
  if (input.decision !== 'disowned') {
    const system = { ...ctx, caller: { ...ctx.caller, system: true } }
    // An asset that was archived meanwhile can still be answered for, but is not changed.
    await updateRecords(system, asset, rows.filter(({ active }) => active).map((row) => ({ id: row.asset, values: { attestedAt: ctx.now.toISOString(), attestedBy: ctx.caller.personId } })))
  }
  await emit(ctx, 'campaign.decided', { id: input.id, personIds: [...new Set(rows.flatMap((r) => (r.responsible === null ? [] : [r.responsible])))] })
  return { decided: rows.length }
}
