import { metricsOf, notDefined, versions, type Group, type Version } from './metrics.ts'
import { VectorError } from './problem.ts'

export interface Vector {
  readonly version: Version
  /** Values by metric; metrics that say nothing are left out. */
  readonly values: ReadonlyMap<string, string>
}

/** Longer than any vector with all its metrics. */
const longest = 400

const prefixOf: Readonly<Record<Version, string>> = { '2.0': '', '3.0': 'CVSS:3.0/', '3.1': 'CVSS:3.1/', '4.0': 'CVSS:4.0/' }

/** Which version a text claims to be, and where its metrics begin. Vectors of version 2.0 have no prefix and may stand in brackets. */
const begin = (text: string): { version: Version; from: number; to: number } => {
  const prefix = /^CVSS:([^/]*)(?:\/|$)/i.exec(text)
  if (prefix !== null) {
    const version = versions.find((v) => v === prefix[1])
    if (version === undefined) throw new VectorError('version', { at: 6, found: prefix[1]!, allowed: versions.join(', ') })
    return { version, from: prefix[0].length, to: text.length }
  }
  const bracketed = text.startsWith('(') && text.endsWith(')')
  return { version: '2.0', from: bracketed ? 1 : 0, to: text.length - (bracketed ? 1 : 0) }
}

/**
 * Reads a vector of any version. Throws `VectorError` naming the metric and the place: unknown metric or value, one told twice, one of the base missing, and, in
 * version 4.0, whose order is fixed, one out of order. O(length). CVSS v2 2.4, v3.1 6, v4.0 7.
 */
export const parseVector = (given: string): Vector => {
  const text = given.trim()
  if (text === '') throw new VectorError('empty')
  if (text.length > longest) throw new VectorError('length', { allowed: String(longest) })
  const { version, from, to } = begin(text)
  const known = metricsOf[version]
  const values = new Map<string, string>()
  const told = new Set<string>()
  let [at, last] = [from, -1]
  for (const part of text.slice(from, to).split('/')) {
    const place = at + 1
    at += part.length + 1
    const [, name, value] = /^([A-Za-z]+):([A-Za-z]+)$/.exec(part) ?? []
    if (name === undefined || value === undefined) throw new VectorError('syntax', { at: place, found: part })
    const index = known.findIndex((m) => m.name === name)
    const metric = known[index]
    if (metric === undefined) throw new VectorError('metric', { at: place, metric: name })
    if (!metric.values.includes(value)) throw new VectorError('value', { at: place + name.length + 1, metric: name, found: value, allowed: metric.values.join(', ') })
    if (told.has(name)) throw new VectorError('repeated', { at: place, metric: name })
    if (version === '4.0' && index < last) throw new VectorError('order', { at: place, metric: name, found: known[last]!.name })
    last = index
    told.add(name)
    if (value !== notDefined(version)) values.set(name, value)
  }
  const missing = known.find((m) => m.group === 'base' && !told.has(m.name))
  if (missing !== undefined) throw new VectorError('missing', { metric: missing.name })
  return { version, values }
}

/** The vector in the order of its specification, without metrics that say nothing. */
export const vectorText = ({ version, values }: Vector): string =>
  prefixOf[version] + metricsOf[version].flatMap(({ name }) => (values.has(name) ? [`${name}:${values.get(name)}`] : [])).join('/')

/** Whether any metric of a group says something. */
export const tells = ({ version, values }: Vector, group: Group): boolean => metricsOf[version].some((m) => m.group === group && values.has(m.name))

/** The same vector with only the metrics of some groups. */
export const only = ({ version, values }: Vector, groups: readonly Group[]): Vector => {
  const kept = new Set(metricsOf[version].filter((m) => groups.includes(m.group)).map((m) => m.name))
  return { version, values: new Map([...values].filter(([name]) => kept.has(name))) }
}
