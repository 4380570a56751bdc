import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const kinds = ['vulnerabilities', 'infrastructureAsCodeIssues', 'ignore', 'patch'] as const
const ways = [
  ['vulnerabilities', '*'], ['infrastructureAsCodeIssues', '*'], ['filtered', 'ignore', '*'], ['filtered', 'patch', '*'],
  ['applications', '*', 'vulnerabilities', '*'], ['applications', '*', 'filtered', 'ignore', '*'],
]

const configuration = (issue: Json, project: Json, record: string): Draft => ({
  rule: text(issue, 'id') ?? text(issue, 'publicId'), title: text(issue, 'title'),
  description: [text(issue, 'iacDescription', 'issue'), text(issue, 'iacDescription', 'impact')].filter((t) => t !== null).join('\n\n'),
  solution: text(issue, 'iacDescription', 'resolve') ?? text(issue, 'resolve'), references: [text(issue, 'documentation'), ...texts(issue, 'references')],
  severity: text(issue, 'severity'),
  stance: text(issue, 'isIgnored') === 'true' ? 'suppressed' : 'open',
  place: { file: text(project, 'targetFile') ?? text(project, 'projectName') ?? 'unknown', line: number(issue, 'lineNumber') },
  evidence: texts(issue, 'path').join(' > ') || text(issue, 'msg'), record,
})

const cvssOf = (flaw: Json): NonNullable<Draft['cvss']> => {
  const vectors = list(flaw, 'cvssDetails').map((one) => ({ vector: text(one, 'cvssV3Vector') ?? text(one, 'cvssV4Vector'), score: number(one, 'cvssV3BaseScore') ?? number(one, 'cvssV4BaseScore') }))
  const sources = list(flaw, 'cvssSources').map((one) => ({ vector: text(one, 'vector'), score: number(one, 'baseScore') }))
  const own = { vector: text(flaw, 'CVSSv3'), score: number(flaw, 'cvssScore') }
  const seen = new Set<string>()
  const newest = text(flaw, 'CVSSv4') === null ? null : { version: '4.0' as const, vector: text(flaw, 'CVSSv4') }
  return [newest, own, ...sources, ...vectors].filter((one) => one !== null && one.vector !== null && !seen.has(one.vector) && seen.add(one.vector))
    .concat(own.vector === null && own.score !== null ? [own] : [])
}

const vulnerability = (flaw: Json, project: Json, stance: Draft['stance'], record: string): Draft => {
  const name = text(flaw, 'packageName') ?? text(flaw, 'moduleName') ?? text(flaw, 'name') ?? 'unknown'
  const identifiers = ['CVE', 'CWE', 'GHSA', 'SNYK', 'NSP', 'OSVDB', 'RHSA'].flatMap((kind) => texts(flaw, 'identifiers', kind))
  const id = text(flaw, 'id')
  const upgrade = texts(flaw, 'upgradePath').filter((step) => step !== 'false')
  return {
    rule: id, title: text(flaw, 'title'), description: text(flaw, 'description'),
    solution: upgrade.length === 0 ? null : `Upgrade: ${upgrade.join(' > ')}`,
    references: [...list(flaw, 'references').map((r) => text(r, 'url') ?? text(r)), id?.startsWith('SNYK-') === true ? `https://security.snyk.io/vuln/${id}` : null],
    identifiers: joined(
      identifiersIn(...identifiers, ...texts(flaw, 'alternativeIds')), { cwe: texts(flaw, 'identifiers', 'CWE').flatMap(cweOf), other: id?.startsWith('SNYK-') === true ? [id] : [] },
    ),
    cvss: cvssOf(flaw), severity: text(flaw, 'severityWithCritical') ?? text(flaw, 'severity'), stance: stance ?? 'open',
    component: {
      name, version: text(flaw, 'version'), purl: text(flaw, 'purl') ?? text(flaw, 'packageUrl'), fixedIn: (texts(flaw, 'fixedIn').join(', ') || text(flaw, 'nearestFixedInVersion')),
      path: text(project, 'displayTargetFile') ?? text(project, 'targetFile') ?? text(project, 'projectName') ?? text(project, 'path'),
    },
    evidence: [
      texts(flaw, 'from').join(' > '), text(flaw, 'dockerfileInstruction'), texts(flaw, 'semver', 'vulnerable').map((range) => `Vulnerable: ${range}`).join('\n'),
      text(flaw, 'exploit') === null ? null : `Exploit: ${text(flaw, 'exploit')}`,
    ].filter((t) => t !== null && t !== '').join('\n'),
    record,
  }
}

/**
 * `snyk test --json`, `snyk container test --json` and `snyk iac test --json`, of one project or several: one finding for each way to a vulnerable package or each issue of a
 * configuration; ignored ones too. https://docs.snyk.io/developer-tools/snyk-cli/commands/test
 */
export const reader: JsonReader = {
  id: 'snyk',
  name: 'Snyk',
  kind: 'json',
  detect: ({ keys, itemKeys, isList, text: beginning }) => {
    const has = (key: string) => (isList ? itemKeys : keys).has(key)
    if (has('infrastructureAsCodeIssues') || (has('vulnerabilities') && has('ok') && has('dependencyCount'))) return true
    return has('vulnerabilities') && !has('bomFormat') && /"(?:isUpgradable|isPatchable|upgradePath|severityWithCritical|licensesPolicy)"\s*:/.test(beginning)
  },
  paths: [...ways, ...ways.map((way) => ['[]', ...way])],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const inList = path >= ways.length
    const inApplication = keys[inList ? 1 : 0] === 'applications'
    const project = at(context, ...(inList ? keys.slice(0, 1) : []), ...(inApplication ? keys.slice(inList ? 1 : 0, inList ? 3 : 2) : []))
    const kind = kinds.find((k) => keys.at(-2) === k)
    if (kind === 'infrastructureAsCodeIssues') return [configuration(value, project, pointer(keys))]
    return [vulnerability(value, project, kind === 'ignore' ? 'suppressed' : kind === 'patch' ? 'fixed' : 'open', pointer(keys))]
  },
}
