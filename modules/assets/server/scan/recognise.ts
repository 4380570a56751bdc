import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { uniqueKinds, strength, type Identifier } from '../identifier/normalise.ts'
import { judge, type KnownAsset, type Possible } from './match.ts'

const day = 86_400_000

export interface RecogniseOptions {
  /** When the hosts were looked at. */
  readonly seenAt: Date
  /** So many days an address that a scan saw stays evidence by itself; one that somebody entered always is. */
  readonly addressDays: number
}

export type Recognised =
  | { readonly asset: string; readonly by: Identifier }
  | { readonly asset: null; readonly candidates: readonly Possible[] }

interface Row {
  readonly asset: string
  readonly kind: Identifier['kind']
  readonly value: string
  readonly source: string
  readonly last_seen: string
}
interface Known extends KnownAsset {
  readonly fresh: ReadonlySet<string>
}

const keyOf = ({ kind, value }: Identifier): string => `${kind} ${value}`

const knownOf = async (ctx: Ctx, identifiers: readonly Identifier[], { seenAt, addressDays }: RecogniseOptions): Promise<Known[]> => {
  const { rows } = await sql<Row>`
    with found as (
      select distinct i.asset from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as w(kind text, value text)
      cross join lateral (select asset from asset_identifier i where i.org_id = ${ctx.org.id} and i.kind = w.kind and i.value = w.value offset 0) i
    )
    select i.asset, i.kind, i.value, i.source, i.last_seen from found f join asset a on a.org_id = ${ctx.org.id} and a.id = f.asset and a.archived_at is null
    cross join lateral (select * from asset_identifier i where i.org_id = a.org_id and i.asset = a.id offset 0) i`.execute(ctx.tx)
  const isFresh = ({ source, last_seen }: Row): boolean => !source.startsWith('scan:') || Date.parse(last_seen) >= seenAt.getTime() - addressDays * day
  return [...Map.groupBy(rows, ({ asset }) => asset)].map(([id, own]) => ({ id, writable: true, identifiers: own, fresh: new Set(own.filter(isFresh).map(keyOf)) }))
}

/** Whether both have identifiers of a kind that no two assets share, and none in common. */
const contradicts = (host: readonly Identifier[], asset: readonly Identifier[]): boolean =>
  strength.some((kind) => {
    const theirs = new Set(asset.filter((one) => one.kind === kind).map(({ value }) => value))
    const ours = host.filter((one) => one.kind === kind)
    return uniqueKinds.has(kind) && theirs.size > 0 && ours.length > 0 && !ours.some(({ value }) => theirs.has(value))
  })

/**
 * Which assets hosts are, each told by its identifiers: as `judge` says, and by an address alone where exactly one asset has it, nothing stronger
 * contradicts and it was seen there lately. One statement for all of them. Whether the caller may see an asset is not asked.
 */
export const recogniseAssets = async (ctx: Ctx, hosts: readonly (readonly Identifier[])[], options: RecogniseOptions): Promise<readonly Recognised[]> => {
  const known = await knownOf(ctx, hosts.flat(), options)
  const holders = new Map<string, Known[]>()
  for (const asset of known) for (const one of asset.identifiers) holders.set(keyOf(one), [...(holders.get(keyOf(one)) ?? []), asset])
  return hosts.map((host): Recognised => {
    const near = [...new Set(host.flatMap((one) => holders.get(keyOf(one)) ?? []))]
    const verdict = judge(host, near)
    if (verdict.kind === 'match') return { asset: verdict.asset, by: verdict.by }
    if (verdict.kind !== 'possible') return { asset: null, candidates: [] }
    const [only, ...others] = verdict.candidates
    const asset = near.find(({ id }) => id === only!.asset)!
    const isSure = others.length === 0 && only!.doubt === 'addressOnly' && asset.fresh.has(keyOf(only!.by)) && !contradicts(host, asset.identifiers)
    return isSure ? { asset: only!.asset, by: only!.by } : { asset: null, candidates: verdict.candidates }
  })
}
