import type { Json } from '../input/jsonRecords.ts'
import { advisories, scoreAndVector, withoutPrefix2 } from './advisories.ts'
import type { Draft } from './draft.ts'
import { cweOf, joined } from './identifiers.ts'
import { text, texts } from './nodes.ts'

/**
 * Name and version in an id of a component: `npm://left:1.0`, `deb://debian:12:left:1:1.0`, `gav://org.example:left:1.0`.
 * https://jfrog.com/help/r/jfrog-security-documentation/xray-component-identifiers
 */
export const componentOf = (id: string): { readonly name: string; readonly version: string | null } => {
  const begin = id.indexOf('://')
  const type = begin < 0 ? '' : id.slice(0, begin)
  const parts = id.slice(begin < 0 ? 0 : begin + 3).split(':')
  // A distribution and its release stand before the name; an epoch before the version.
  const before = type === 'deb' && parts.length > 3 ? 2 : (type === 'rpm' || type === 'alpine') && parts.length > 2 ? 1 : 0
  if (before > 0) return { name: parts[before]!, version: parts.slice(before + 1).join(':') }
  return parts.length < 2 ? { name: parts.join(''), version: null } : { name: parts.slice(0, -1).join(':'), version: parts.at(-1)! }
}

/** Scores of all CVEs, as one text or as two fields. */
export const cvssOf = (cves: readonly Json[]): NonNullable<Draft['cvss']> =>
  cves.flatMap((one) => [
    ...scoreAndVector(text(one, 'cvss_v4'), null), { vector: text(one, 'cvss_v4_vector'), score: text(one, 'cvss_v4_score') },
    ...scoreAndVector(text(one, 'cvss_v3'), null), { ...(text(one, 'cvss_v3_vector') === null ? { version: '3.0' as const } : {}), vector: text(one, 'cvss_v3_vector'),
      score: text(one, 'cvss_v3_score') },
    ...scoreAndVector(text(one, 'cvss_v2'), '2.0'), { version: '2.0' as const, vector: withoutPrefix2(text(one, 'cvss_v2_vector')), score: text(one, 'cvss_v2_score') },
  ])

export const identifiersOf = (issue: string | null, cves: readonly Json[]): Draft['identifiers'] & object =>
  joined(advisories(...cves.map((one) => text(one, 'cve') ?? text(one, 'id')), issue), { cwe: cves.flatMap((one) => texts(one, 'cwe')).flatMap(cweOf) })

/** An issue by the number that people know. */
export const ruleOf = (issue: string | null, cves: readonly Json[]): string | null => issue ?? cves.flatMap((one) => text(one, 'cve') ?? [])[0] ?? null

/** `[1.2]` as `1.2`; ranges as they are. */
export const versionsOf = (value: Json, ...keys: readonly (string | number)[]): string | null =>
  texts(value, ...keys).map((one) => /^\[([^,[\]]+)\]$/.exec(one)?.[1] ?? one).join(', ') || null

export const titleOf = (summary: string | null, rule: string | null, name: string | null): string | null =>
  summary !== null && summary.length <= 160 ? summary : [rule, name].filter((t) => t !== null).join(' in ') || null

