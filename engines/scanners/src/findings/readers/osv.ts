import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { draftOf, fixedIn, packageOf } from '../osv.ts'
import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Packages that a record names, each with everything said of it. */
const packagesOf = (record: Json): (readonly Json[])[] => {
  const found = new Map<string, Json[]>()
  for (const one of list(record, 'affected')) {
    const key = `${text(packageOf(one), 'ecosystem') ?? ''} ${text(packageOf(one), 'name') ?? ''}`
    const before = found.get(key)
    if (before === undefined) found.set(key, [one])
    else before.push(one)
  }
  return found.size === 0 ? [[]] : [...found.values()]
}

const draftsOf = (record: Json, keys: readonly (string | number)[]): Draft[] =>
  packagesOf(record).map((affected) => {
    const of = packageOf(affected[0] ?? null)
    const name = text(of, 'name') ?? text(affected[0], 'ranges', 0, 'repo')
    return { ...draftOf(record, affected), component: name === null ? null : { name, purl: text(of, 'purl'), fixedIn: fixedIn(affected) }, record: pointer(keys) }
  })

const isRecord = (keys: ReadonlySet<string>): boolean => keys.has('id') && (keys.has('modified') || keys.has('schema_version'))
  && (keys.has('affected') || keys.has('schema_version') || keys.has('withdrawn'))

/** Records of OSV, one or many, as a list, lines, or an answer of its service: one finding for each package that a record names. https://ossf.github.io/osv-schema/ */
export const reader: JsonReader = {
  id: 'osv',
  name: 'OSV',
  kind: 'json',
  detect: ({ keys, itemKeys, isList, kind }) => (isList || kind === 'lines' ? isRecord(itemKeys) : isRecord(keys) || (keys.has('vulns') && isRecord(itemKeys))),
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => {
    const answers = list(value, 'vulns')
    return answers.length === 0 ? draftsOf(value, keys) : answers.flatMap((one, i) => draftsOf(one, [...keys, 'vulns', i]))
  },
}
