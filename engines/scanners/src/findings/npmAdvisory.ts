import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import { identifiersIn, joined } from './identifiers.ts'
import { number, text, texts } from './nodes.ts'
import { linksIn, npmPurl } from './npm.ts'

/** What an advisory as the npm registry wrote it until 2021 says; pnpm and yarn still write it so. */
export const npmAdvisory = (advisory: Json, version: string | null, paths: readonly string[], record: string): Draft => {
  const name = text(advisory, 'module_name') ?? text(advisory, 'name') ?? 'unknown'
  const vector = text(advisory, 'cvss', 'vectorString')
  const score = number(advisory, 'cvss', 'score')
  const references = text(advisory, 'references')
  return {
    rule: text(advisory, 'github_advisory_id') ?? text(advisory, 'id'),
    title: text(advisory, 'title'), description: text(advisory, 'overview'), solution: text(advisory, 'recommendation'),
    references: [text(advisory, 'url'), ...linksIn(references)],
    identifiers: joined(identifiersIn(...texts(advisory, 'cves'), ...texts(advisory, 'cwe'), text(advisory, 'github_advisory_id'), text(advisory, 'url'))),
    cvss: vector === null && score === 0 ? [] : [{ vector, score }],
    severity: text(advisory, 'severity'),
    stance: text(advisory, 'deleted') === null ? 'open' : 'suppressed',
    component: { name, version, purl: npmPurl(name, version), fixedIn: text(advisory, 'patched_versions'), path: paths[0] ?? null },
    evidence: [text(advisory, 'vulnerable_versions') === null ? null : `Vulnerable: ${text(advisory, 'vulnerable_versions')}`, ...paths].filter((t) => t !== null).join('\n'),
    record,
  }
}
