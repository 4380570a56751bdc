import type { JsonRecord } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { list, pointer, text, texts } from './nodes.ts'
import { npmPurl } from './npm.ts'
import { named } from './sast.ts'

/** The flaws of the libraries in one file. */
export const retirejsFindings = ({ value: file, keys }: JsonRecord): Draft[] => list(file, 'results').flatMap((result, i) => list(result, 'vulnerabilities').map((flaw, j) => {
  const name = text(result, 'npmname') ?? text(result, 'component') ?? 'unknown'
  const version = text(result, 'version')
  const ids = ['CVE', 'githubID', 'bug', 'issue', 'PR', 'retid', 'osvdb'].flatMap((kind) => texts(flaw, 'identifiers', kind))
  return {
    rule: ids[0] ?? null, title: text(flaw, 'identifiers', 'summary') ?? ids[0] ?? `${name} is vulnerable`, references: texts(flaw, 'info'),
    identifiers: joined(identifiersIn(...ids, text(flaw, 'identifiers', 'summary')), { cwe: texts(flaw, 'cwe').flatMap(cweOf) }), severity: text(flaw, 'severity'),
    component: { name, version, purl: npmPurl(name, version), fixedIn: text(flaw, 'below'), path: text(file, 'file') },
    evidence: named('Found by', text(result, 'detection')), record: pointer([...keys, 'results', i, 'vulnerabilities', j]),
  }
}))
