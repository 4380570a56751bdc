import type { Values } from '../register/columns.ts'
import type { AnyRegister } from '../register/types.ts'

/** An entry of the history with what it tells. */
export interface ToldEntry {
  readonly org: string
  readonly id: string
  readonly reference: string | null
  readonly version: number
  /** Its place in the trail. */
  readonly seq: number
  readonly at: string
  /** The fields after the change: all of them, or only those that changed; null where the record went. */
  readonly after: Values | null
  /** The payload was erased: what it said is not known. */
  readonly erased: boolean
}

/** A record as it stood from an instant on, until the next; `until` is null for what still stands. */
export interface Version {
  readonly org: string
  readonly id: string
  readonly reference: string | null
  readonly version: number
  readonly created: string
  readonly from: string
  readonly until: string | null
  readonly state: Values
}

/** How long a link of a record stood. */
export interface LinkSpan {
  readonly org: string
  readonly id: string
  readonly key: string
  readonly other: string
  readonly from: string
  readonly until: string | null
}

export interface Told {
  readonly versions: Version[]
  readonly links: LinkSpan[]
}

/**
 * Entries of whole records as versions: each changes the fields that it tells. Entries that tell of no field of the noun (an
 * invitation, identifiers found) make none, and neither do instants of no length. What comes after an erased payload is known again
 * with the next whole one. O(entries × fields).
 */
export const foldEntries = (reg: AnyRegister, entries: readonly ToldEntry[]): Told => {
  const told: Told = { versions: [], links: [] }
  for (const group of Map.groupBy(entries, (e) => e.id).values()) foldRecord(reg, group.toSorted((a, b) => a.seq - b.seq), told)
  return told
}

const foldRecord = (reg: AnyRegister, entries: readonly ToldEntry[], { versions, links }: Told): void => {
  const fields = new Set([...Object.keys(reg.noun.fields).filter((key) => !reg.virtual.has(key)), 'archivedAt'])
  const standing = new Map<string, LinkSpan>()
  let open: Version | null = null
  let state: Values | null = null
  let created: string | null = null
  const close = (at: string): void => {
    if (open !== null && open.from < at) versions.push({ ...open, until: at })
    open = null
  }
  for (const entry of entries) {
    const { org, id, reference, version, at, after } = entry
    if (entry.erased) {
      close(at)
      state = null
      continue
    }
    if (after === null) {
      close(at)
      endLinks(standing, links, () => false, at)
      state = null
      continue
    }
    const changed = Object.fromEntries(Object.entries(after).filter(([key]) => fields.has(key)))
    // Every whole record says whether it is archived. Of one that was not told as a whole nothing is known yet.
    if (Object.keys(changed).length === 0 || (state === null && !Object.hasOwn(after, 'archivedAt'))) continue
    const now: Values = { ...state, ...changed }
    state = now
    created ??= at
    close(at)
    open = { org, id, reference, version, created, from: at, until: null, state }
    for (const key of Object.keys(reg.links)) {
      const others = new Set((now[key] ?? []) as string[])
      endLinks(standing, links, (span) => span.key !== key || others.has(span.other), at)
      for (const other of others) if (!standing.has(`${key}/${other}`)) standing.set(`${key}/${other}`, { org, id, key, other, from: at, until: null })
    }
  }
  if (open !== null) versions.push(open)
  links.push(...standing.values())
}

const endLinks = (standing: Map<string, LinkSpan>, links: LinkSpan[], stays: (span: LinkSpan) => boolean, at: string): void => {
  for (const [name, span] of standing) {
    if (stays(span)) continue
    if (span.from < at) links.push({ ...span, until: at })
    standing.delete(name)
  }
}
