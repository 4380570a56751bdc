import type { Identifier } from '../identifier/normalise.ts'
import type { Candidate } from './candidate.ts'

interface Group {
  readonly members: Candidate[]
  readonly mac: Set<string>
  readonly fqdn: Set<string>
}

/** A card with more addresses than this is a gateway that answers for others. */
const mostAddresses = 8

const keyOf = ({ kind, value }: Identifier): string => `${kind} ${value}`
const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one))
const groupOf = (one: Candidate): Group => {
  const values = (kind: Identifier['kind']) => new Set(one.identifiers.flatMap((i) => (i.kind === kind ? [i.value] : [])))
  return { members: [one], mac: values('mac'), fqdn: values('fqdn') }
}

/**
 * Hosts of one report that are one machine become one candidate: the same address, or the same MAC address or full name
 * unless the other of the two contradicts (a gateway answers for many with its own MAC address). What then still stands
 * on several hosts recognises none of them and is taken from all. O(n log n), n identifiers.
 */
export const mergeHosts = (candidates: readonly Candidate[]): { readonly hosts: readonly Candidate[]; readonly ambiguous: readonly Identifier[] } => {
  const groups = new Map(candidates.map((one) => [one, groupOf(one)]))
  const holders = Map.groupBy(candidates.flatMap((one) => one.identifiers.map((identifier) => ({ one, identifier }))), ({ identifier }) => keyOf(identifier))
  for (const kind of ['ip', 'mac', 'fqdn'] as const) {
    for (const [{ one, identifier }, ...others] of holders.values() as Iterable<[Held, ...Held[]]>) {
      if (identifier.kind !== kind || (kind === 'mac' && others.length >= mostAddresses)) continue
      for (const other of others) join(groups, one, other.one, kind)
    }
  }
  return withoutAmbiguous([...new Set(groups.values())].map(together).toSorted((a, b) => a.line - b.line))
}
interface Held {
  readonly one: Candidate
  readonly identifier: Identifier
}

const join = (groups: Map<Candidate, Group>, a: Candidate, b: Candidate, kind: 'ip' | 'mac' | 'fqdn'): void => {
  const [one, other] = [groups.get(a)!, groups.get(b)!]
  const contradicts = kind === 'mac' ? 'fqdn' : 'mac'
  if (one === other || (kind !== 'ip' && disjoint(one[contradicts], other[contradicts]))) return
  const [large, small] = one.members.length >= other.members.length ? [one, other] : [other, one]
  for (const member of small.members) {
    large.members.push(member)
    groups.set(member, large)
  }
  for (const mac of small.mac) large.mac.add(mac)
  for (const fqdn of small.fqdn) large.fqdn.add(fqdn)
}

const rank = { fqdn: 0, hostname: 1, ip: 2, mac: 3 } as const

const together = ({ members }: Group): Candidate => {
  const sorted = members.toSorted((a, b) => a.line - b.line)
  const first = sorted[0]!
  if (sorted.length === 1) return first
  const named = sorted.toSorted((a, b) => rank[a.nameFrom] - rank[b.nameFrom])[0]!
  const lines = new Set(sorted.flatMap(({ description }) => (description === '' ? [] : description.split('\n'))))
  return {
    ...first,
    name: named.name,
    nameFrom: named.nameFrom,
    identifiers: [...new Map(sorted.flatMap(({ identifiers }) => identifiers).map((one) => [keyOf(one), one])).values()],
    type: sorted.find(({ type }) => type !== null)?.type ?? null,
    description: [...lines].join('\n').slice(0, 4_000).trimEnd(),
    seenAt: sorted.map(({ seenAt }) => seenAt).filter((at) => at !== null).toSorted().at(-1) ?? null,
  }
}

const withoutAmbiguous = (hosts: readonly Candidate[]) => {
  const count = new Map<string, number>()
  for (const { identifiers } of hosts) for (const one of identifiers) count.set(keyOf(one), (count.get(keyOf(one)) ?? 0) + 1)
  const shared = (one: Identifier) => count.get(keyOf(one))! > 1
  return {
    hosts: hosts.map((host) => ({ ...host, identifiers: host.identifiers.filter((one) => !shared(one)) })),
    ambiguous: [...new Map(hosts.flatMap(({ identifiers }) => identifiers.filter(shared)).map((one) => [keyOf(one), one])).values()],
  }
}
