import { judgeHost, recogniseAssets, type Identifier, type KnownAsset } from '@heng/assets/reads'
import { createRecords, rowset, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { asRoom } from '../asRoom.ts'
import { followAsset } from './followAsset.ts'
import { nameOf } from './identifiers.ts'
import { scanTarget } from './register.ts'

/** So many days an address alone says which host it is. */
export const addressDays = 30
const day = 86_400_000

/** A scanned host or software as findings name it. */
export interface Scanned {
  readonly identifiers: readonly Identifier[]
  /** Of software: the name it is scanned under, and the asset that whoever imports says it is. */
  readonly software: { readonly name: string; readonly asset: string | null } | null
  readonly os: string | null
}

export interface Target {
  readonly id: string
  readonly asset: string | null
  readonly unit: string | null
  readonly owner: string | null
  readonly value: number | null
  readonly exposure: string | null
  readonly ignored: boolean
}

interface Row {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly asset: string | null
  readonly exposure: string | null
  readonly unit: string | null
  readonly owner: string | null
  readonly value: number | null
}
interface Known extends KnownAsset {
  readonly seen: Map<string, Date>
}

const keyOf = ({ kind, value }: Identifier): string => `${kind} ${value}`
const keys = new WeakMap<Scanned, string>()
const makeKey = ({ identifiers, software }: Scanned): string => (software === null ? identifiers.map(keyOf).toSorted().join('\n') : `software\n${software.asset ?? ''}\n${software.name}`)
export const keyOfScanned = (scanned: Scanned): string => {
  const known = keys.get(scanned)
  if (known !== undefined) return known
  const made = makeKey(scanned)
  keys.set(scanned, made)
  return made
}

/**
 * Finds the targets of one scan, makes those that are new, and finds the assets they are. Holds what it found for the length of the scan, so that
 * the same host costs nothing the second time: some six statements for each batch that brings hosts not met before.
 */
export class Targets {
  readonly #ctx: Ctx
  readonly #scannedAt: Date
  readonly #byKey = new Map<string, string>()
  readonly #known = new Map<string, Known>()
  readonly #holders = new Map<string, Set<string>>()
  readonly #targets = new Map<string, Target>()
  readonly found = new Map<string, { findings: number; credentialed: boolean | null }>()

  constructor(ctx: Ctx, scannedAt: Date) {
    this.#ctx = ctx
    this.#scannedAt = scannedAt
  }

  /** Targets of these, in their order. */
  async of(all: readonly Scanned[]): Promise<Target[]> {
    const keys = all.map(keyOfScanned)
    const fresh = [...new Map(all.map((one, i) => [keys[i]!, one])).entries()].filter(([key]) => !this.#byKey.has(key))
    if (fresh.length > 0) await this.#resolve(fresh)
    return keys.map((key) => this.#targets.get(this.#byKey.get(key)!)!)
  }

  note(target: string, findings: number): void {
    const before = this.found.get(target)
    if (before === undefined) this.found.set(target, { findings, credentialed: null })
    else before.findings += findings
  }

  credentialed(target: string, value: boolean): void {
    const one = this.found.get(target)
    if (one !== undefined) one.credentialed = (one.credentialed ?? false) || value
  }

  async #resolve(fresh: readonly (readonly [string, Scanned])[]): Promise<void> {
    await this.#load(fresh.map(([, one]) => one))
    const made: { id: string; scanned: Scanned }[] = []
    const seen: { target: string; identifiers: readonly Identifier[] }[] = []
    for (const [key, scanned] of fresh) {
      const standing = scanned.software === null ? this.#match(scanned.identifiers) : this.#byKey.get(key) ?? null
      const id = standing ?? v7()
      if (standing === null) made.push({ id, scanned })
      this.#byKey.set(key, id)
      this.#hold(id, scanned.identifiers, this.#scannedAt)
      if (scanned.software === null) seen.push({ target: id, identifiers: scanned.identifiers })
    }
    await this.#create(made)
    await this.#noteIdentifiers(seen)
    await this.#recognise([...new Set(seen.map(({ target }) => target))])
    await this.#read([...new Set(fresh.map(([key]) => this.#byKey.get(key)!))])
  }

  #hold(id: string, identifiers: readonly Identifier[], at: Date): void {
    const before = this.#known.get(id)
    const seen = before?.seen ?? new Map<string, Date>()
    for (const one of identifiers) {
      const known = seen.get(keyOf(one))
      if (known === undefined || known < at) seen.set(keyOf(one), at)
      this.#holders.set(keyOf(one), (this.#holders.get(keyOf(one)) ?? new Set()).add(id))
    }
    const merged = new Map([...(before?.identifiers ?? []), ...identifiers].map((one) => [keyOf(one), one]))
    this.#known.set(id, { id, identifiers: [...merged.values()], writable: true, seen })
  }

  /** The strongest identifier decides; an address alone only while it is fresh and belongs to one. */
  #match(identifiers: readonly Identifier[]): string | null {
    const near = [...new Set(identifiers.flatMap((one) => [...(this.#holders.get(keyOf(one)) ?? [])]))].map((id) => this.#known.get(id)!)
    const verdict = judgeHost(identifiers, near)
    if (verdict.kind === 'match') return verdict.asset
    if (verdict.kind !== 'possible') return null
    const oldest = this.#scannedAt.getTime() - addressDays * day
    // A host that tells nothing but its address is the one that had it lately; one that has a name of its own is that.
    const fresh = verdict.candidates.filter(({ doubt, by, asset }) => doubt === 'addressOnly' && (this.#known.get(asset)!.seen.get(keyOf(by))?.getTime() ?? 0) >= oldest)
    const told = (list: readonly Identifier[]) => list.some(({ kind }) => kind !== 'ip')
    const same = fresh.filter(({ asset }) => !told(identifiers) || !told(this.#known.get(asset)!.identifiers))
    return same.length === 1 ? same[0]!.asset : null
  }

  async #load(all: readonly Scanned[]): Promise<void> {
    const { tx, org } = this.#ctx
    const wanted = [...new Map(all.flatMap(({ identifiers }) => identifiers).map((one) => [keyOf(one), one])).values()]
    const { rows } = await sql<{ target: string; kind: Identifier['kind']; value: string; last_seen: string }>`
      with found as (
        select distinct i.target from ${rowset([{ name: 'kind', type: 'text' }, { name: 'value', type: 'text' }], wanted.map(({ kind, value }) => ({ kind, value })))}
        cross join lateral (select target from scan_target_identifier i where i.org_id = ${org.id} and i.kind = r.kind and i.value = r.value offset 0) i
      )
      select i.target, i.kind, i.value, i.last_seen from found f
      cross join lateral (select * from scan_target_identifier i where i.org_id = ${org.id} and i.target = f.target offset 0) i`.execute(tx)
    for (const { target, kind, value, last_seen } of rows) this.#hold(target, [{ kind, value }], new Date(last_seen))
    const software = all.flatMap(({ software }) => software ?? [])
    if (software.length === 0) return
    const { rows: standing } = await sql<{ id: string; name: string; asset: string | null }>`select id, name, asset from scan_target
      where org_id = ${org.id} and kind = 'software' and (name = any(${software.map(({ name }) => name)}::text[]) or asset = any(${software.flatMap(({ asset }) => asset ?? [])}::uuid[]))
      order by id desc`.execute(tx)
    for (const one of software) {
      const found = standing.findLast((row) => (one.asset === null ? row.name === one.name : row.asset === one.asset && row.name === one.name))
      if (found !== undefined) this.#byKey.set(keyOfScanned({ identifiers: [], software: one, os: null }), found.id)
    }
  }

  async #create(made: readonly { id: string; scanned: Scanned }[]): Promise<void> {
    const at = this.#scannedAt.toISOString()
    await createRecords(asRoom(this.#ctx), scanTarget, made.map(({ id, scanned: { identifiers, software, os } }) => ({
      id, name: (software?.name ?? nameOf(identifiers)).slice(0, 300), kind: software === null ? 'host' : 'software', state: software?.asset == null ? 'unmatched' : 'matched', asset: software?.asset ?? null,
      matchedBy: software?.asset == null ? null : 'import', os: os?.slice(0, 300) ?? null, firstSeen: at, lastSeen: at,
    })))
  }

  async #noteIdentifiers(seen: readonly { target: string; identifiers: readonly Identifier[] }[]): Promise<void> {
    const rows = [...new Map(seen.flatMap(({ target, identifiers }) => identifiers.map((one) => [`${target} ${keyOf(one)}`, { target, ...one }] as const))).values()]
    if (rows.length === 0) return
    await sql`insert into scan_target_identifier (org_id, target, kind, value, first_seen, last_seen)
      select ${this.#ctx.org.id}, r.target, r.kind, r.value, ${this.#scannedAt}, ${this.#scannedAt}
      from ${rowset([{ name: 'target', type: 'uuid' }, { name: 'kind', type: 'text' }, { name: 'value', type: 'text' }], rows)}
      on conflict (org_id, kind, value, target) do update set first_seen = least(scan_target_identifier.first_seen, excluded.first_seen), last_seen = greatest(scan_target_identifier.last_seen, excluded.last_seen)`.execute(this.#ctx.tx)
  }

  /** Looks for the assets of those that have none. */
  async #recognise(ids: readonly string[]): Promise<void> {
    const { rows } = await sql<{ id: string }>`select id from scan_target where org_id = ${this.#ctx.org.id} and id = any(${ids}::uuid[]) and state = 'unmatched'`.execute(this.#ctx.tx)
    if (rows.length === 0) return
    const found = await recogniseAssets(this.#ctx, rows.map(({ id }) => this.#known.get(id)!.identifiers), { seenAt: this.#scannedAt, addressDays })
    const matched = rows.flatMap(({ id }, i) => {
      const one = found[i]!
      return one.asset === null ? [] : [{ id, values: { state: 'matched', asset: one.asset, matchedBy: one.by.kind } }]
    })
    await updateRecords(asRoom(this.#ctx), scanTarget, matched)
    await followAsset(this.#ctx, { targets: matched.map(({ id }) => id) })
  }

  async #read(ids: readonly string[]): Promise<void> {
    const { rows } = await sql<Row>`update scan_target t set last_seen = greatest(t.last_seen, ${this.#scannedAt})
      from (select t.id, a.unit, a.owner, a.value from scan_target t left join asset a on a.org_id = t.org_id and a.id = t.asset where t.org_id = ${this.#ctx.org.id} and t.id = any(${ids}::uuid[])) x
      where t.org_id = ${this.#ctx.org.id} and t.id = x.id
      returning t.id, t.state, t.asset, t.exposure, x.unit, x.owner, x.value`.execute(this.#ctx.tx)
    for (const { id, state, asset, exposure, unit, owner, value } of rows) this.#targets.set(id, { id, asset, exposure, unit, owner, value, ignored: state === 'ignored' })
  }
}
