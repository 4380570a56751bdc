import type { Json } from '../input/jsonRecords.ts'
import { advisories, labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import { cweOf, joined } from './identifiers.ts'
import { at, list, text, texts } from './nodes.ts'

const versions = { CVSS_V2: '2.0', CVSS_V4: '4.0' } as const

/** Vectors of a record or of one package in it; RustSec writes them elsewhere. */
const cvssOf = (of: Json): NonNullable<Draft['cvss']> =>
  [...list(of, 'severity').flatMap((one) => {
    const type = text(one, 'type') ?? ''
    const version = versions[type as keyof typeof versions]
    return type.startsWith('CVSS') ? [{ ...(version === undefined ? {} : { version }), vector: text(one, 'score') }] : []
  }), { vector: text(of, 'database_specific', 'cvss') ?? text(of, 'database_specific', 'cvss', 'vector') ?? text(of, 'database_specific', 'cvss', 'vectorString') }]

/** Severity in words: of the database, or of a distribution. */
const wordOf = (of: Json): string | null =>
  text(of, 'database_specific', 'severity') ?? text(of, 'ecosystem_specific', 'severity')
  ?? list(of, 'severity').flatMap((one) => ((text(one, 'type') ?? 'CVSS').startsWith('CVSS') ? [] : [text(one, 'score')])).find((one) => one !== null) ?? null

/** Versions in which the flaw is mended: of the package's own numbering, else commits. */
export const fixedIn = (affected: readonly Json[]): string | null => {
  const ranges = affected.flatMap((one) => list(one, 'ranges'))
  const of = (wanted: (type: string | null) => boolean): string[] =>
    ranges.filter((range) => wanted(text(range, 'type'))).flatMap((range) => list(range, 'events').flatMap((event) => text(event, 'fixed') ?? []))
  const numbered = of((type) => type !== 'GIT')
  return [...new Set(numbered.length > 0 ? numbered : of((type) => type === 'GIT'))].join(', ') || null
}

/** What an OSV record says, for the packages of `affected`. https://ossf.github.io/osv-schema/ */
export const draftOf = (record: Json, affected: readonly Json[]): Omit<Draft, 'record'> => {
  const id = text(record, 'id')
  const own = advisories(id, ...texts(record, 'aliases'), ...texts(record, 'upstream'))
  const related = texts(record, 'related')
  const withdrawn = text(record, 'withdrawn')
  return {
    rule: id,
    title: text(record, 'summary') ?? id,
    description: text(record, 'details'),
    references: list(record, 'references').map((one) => text(one, 'url')),
    // Advisories of distributions name what they mend as related only.
    identifiers: joined(own, own.cve.length > 0 ? {} : { cve: advisories(...related).cve }, {
      cwe: [...texts(record, 'database_specific', 'cwe_ids'), ...texts(record, 'database_specific', 'cwes'),
        ...list(record, 'database_specific', 'cwes').flatMap((one) => text(one, 'cweId') ?? [])].flatMap(cweOf),
    }),
    cvss: [...cvssOf(record), ...affected.flatMap(cvssOf)],
    severity: wordOf(record) ?? affected.map(wordOf).find((word) => word !== null),
    stance: withdrawn === null ? 'open' : 'false-positive',
    evidence: lines(labelled('Withdrawn', withdrawn), labelled('Related', related.join(', '))),
  }
}

export const packageOf = (affected: Json): Json => at(affected, 'package')
