import type { Json } from '../../input/jsonRecords.ts'
import { advisories, cvssBySource, labelled, lines, resourceName } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

type Part = Omit<Draft, 'record'>

const imageOf = (report: Json): string | null => {
  const [repository, tag, digest] = ['repository', 'tag', 'digest'].map((key) => text(report, 'artifact', key))
  return repository == null ? null : `${resourceName(text(report, 'registry', 'server'), repository)}${tag == null ? (digest == null ? '' : `@${digest}`) : `:${tag}`}`
}

const vulnerability = (item: Json, report: Json): Part => ({
  rule: text(item, 'vulnerabilityID'),
  title: text(item, 'title'),
  description: text(item, 'description'),
  solution: labelled('Fixed in', text(item, 'fixedVersion')),
  references: [text(item, 'primaryLink'), ...texts(item, 'links')],
  identifiers: joined(advisories(text(item, 'vulnerabilityID')), { cwe: texts(item, 'cweIDs').flatMap(cweOf) }),
  cvss: at(item, 'cvss') === null ? [{ score: text(item, 'score'), version: '3.1' }] : cvssBySource(at(item, 'cvss')),
  severity: text(item, 'severity'),
  component: {
    name: text(item, 'resource') ?? '', version: text(item, 'installedVersion'), purl: text(item, 'packagePURL'), fixedIn: text(item, 'fixedVersion'),
    path: text(item, 'pkgPath') ?? text(item, 'packagePath') ?? text(item, 'target') ?? imageOf(report),
  },
  evidence: labelled('Image', imageOf(report)),
})

const secret = (item: Json, report: Json): Part => {
  const target = text(item, 'target')
  return {
    rule: text(item, 'ruleID'), title: text(item, 'title'), description: labelled('Category', text(item, 'category')), severity: text(item, 'severity'),
    place: target === null ? null : { file: target }, evidence: lines(text(item, 'match'), labelled('Image', imageOf(report))),
  }
}

const check = (item: Json, control: Json): Part => {
  const target = text(item, 'target')
  return {
    rule: text(item, 'checkID') ?? text(item, 'id'), title: text(item, 'title'), description: text(item, 'description'), solution: text(item, 'remediation'),
    identifiers: advisories(text(item, 'checkID') ?? text(item, 'id'), text(control, 'id')), severity: text(item, 'severity') ?? text(control, 'severity'),
    stance: at(item, 'success') === true ? 'passed' : 'open', place: target === null ? null : { file: target },
    evidence: lines(...texts(item, 'messages'), labelled('Scope', text(item, 'scope', 'value')), labelled('Control', text(control, 'name'))),
  }
}

/** Summaries of compliance say of a control how many checks failed. */
const control = (item: Json): Part => {
  const failed = number(item, 'totalFail') ?? number(item, 'failTotal')
  return {
    rule: text(item, 'id'), title: text(item, 'name'), description: text(item, 'description'), severity: text(item, 'severity'),
    stance: failed === 0 ? 'passed' : 'open', evidence: labelled('Failed', failed === null ? null : String(failed)),
  }
}

/** Within a resource: where items stand, and what they are by the last key. */
const places = [
  ['report', 'vulnerabilities', '*'], ['report', 'checks', '*'], ['report', 'secrets', '*'], ['status', 'detailReport', 'results', '*', 'checks', '*'],
  ['status', 'summaryReport', 'controlCheck', '*'], ['status', 'controlCheck', '*'],
]
const partOf = (kind: string | number, item: Json, report: Json, parent: Json): Part =>
  kind === 'vulnerabilities' ? vulnerability(item, report) : kind === 'secrets' ? secret(item, report) : kind === 'controlCheck' ? control(item) : check(item, parent)

const nameOf = (resource: Json): string | null => {
  const label = (name: string): string | null => text(resource, 'metadata', 'labels', `trivy-operator.resource.${name}`)
  return label('name') === null
    ? resourceName(text(resource, 'metadata', 'namespace'), text(resource, 'metadata', 'name'))
    : resourceName(label('namespace') ?? text(resource, 'metadata', 'namespace'), label('kind'), label('name'), text(resource, 'metadata', 'labels', 'trivy-operator.container.name'))
}

/**
 * Custom resources of Trivy Operator, one or a list of them: one finding for each vulnerability, check, secret and control.
 * https://aquasecurity.github.io/trivy-operator/latest/docs/crds/
 */
export const reader: JsonReader = {
  id: 'trivyOperator',
  name: 'Trivy Operator',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) =>
    [...keys].some((key) => /^[a-z]+reports\.aquasecurity\.github\.io$/.test(key))
    || ((keys.has('apiVersion') || itemKeys.has('apiVersion'))
      && /"apiVersion"\s*:\s*"aquasecurity\.github\.io\//.test(head) && /"kind"\s*:\s*"(?:Cluster)?[A-Z][A-Za-z]+Report"/.test(head)),
  paths: [[], ['*'], ['*', '*']].flatMap((above) => places.map((place) => [...above, ...place])),
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const depth = Math.floor(path / places.length)
    const resource = depth === 0 ? context : at(context, ...keys.slice(0, depth))
    const report = at(resource, 'report')
    const os = [text(report, 'os', 'family'), text(report, 'os', 'name')].filter((t) => t !== null).join(' ')
    return [{
      ...partOf(keys.at(-2)!, value, report, at(context, ...keys.slice(0, -2))),
      host: { name: nameOf(resource), uuid: text(resource, 'metadata', 'ownerReferences', 0, 'uid'), os },
      lastSeen: text(report, 'updateTimestamp') ?? text(resource, 'status', 'updateTimestamp') ?? text(resource, 'metadata', 'creationTimestamp'),
      record: pointer(keys),
    }]
  },
}
