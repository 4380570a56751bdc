import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Identifiers } from './finding.ts'
import { identifiersIn, joined } from './identifiers.ts'
import { at, list, text } from './nodes.ts'

// What readers of scanners of packages and images share.

/** Ids of advisories: CVE and the like in lists of their own, any other whole. */
export const advisories = (...ids: readonly (string | null | undefined)[]): Identifiers => {
  const given = ids.flatMap((id) => (id == null || id.trim() === '' ? [] : [id.trim()]))
  const found = identifiersIn(...given)
  const known = new Set([...found.cve, ...found.cwe, ...found.cnvd, ...found.cnnvd])
  return joined(found, { other: given.filter((id) => !known.has(id.toUpperCase())) })
}

type Cvss = NonNullable<Draft['cvss']>

/** Scores by whoever gave them, as Trivy writes them: `{"nvd": {"V3Vector": …, "V3Score": …}}`. */
export const cvssBySource = (sources: Json): Cvss => {
  if (sources === null || typeof sources !== 'object' || Array.isArray(sources)) return []
  return Object.values(sources).flatMap((of) => [
    { version: '4.0' as const, vector: text(of, 'V40Vector'), score: text(of, 'V40Score') },
    { ...(text(of, 'V3Vector') === null ? { version: '3.1' as const } : {}), vector: text(of, 'V3Vector'), score: text(of, 'V3Score') },
    { version: '2.0' as const, vector: text(of, 'V2Vector'), score: text(of, 'V2Score') },
  ])
}

/** `9.8/CVSS:3.1/AV:N/…`, as Xray writes score and vector in one; either may stand alone. */
export const scoreAndVector = (value: string | null, version: '2.0' | null): Cvss => {
  if (value === null) return []
  const [, score = null, vector = ''] = /^\s*(\d{1,2}(?:\.\d+)?)?\/?(.*)$/s.exec(value) ?? []
  return [{ ...(version === null ? {} : { version }), score, vector: withoutPrefix2(vector) }]
}

/** CVSS 2.0 knows no `CVSS:2.0/` before its vectors; some write it. */
export const withoutPrefix2 = (vector: string | null): string | null => vector?.replace(/^CVSS:2\.0\//i, '') ?? null

/** A resource of Kubernetes by its namespace, kind and name. */
export const resourceName = (...parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null).join('/') || null

/** Lines that belong together, without those that are missing. */
export const lines = (...parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part != null && part.trim() !== '').join('\n')

/** `label: value`, or nothing where there is no value. */
export const labelled = (label: string, value: string | null | undefined): string | null => (value == null || value.trim() === '' ? null : `${label}: ${value}`)

/** The first of some values that are lists or single texts, joined by commas. */
export const joinedTexts = (value: Json, ...keys: readonly (string | number)[]): string | null =>
  list(at(value, ...keys)).flatMap((one) => text(one) ?? []).join(', ') || null
