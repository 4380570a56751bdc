import type { Json } from '../../input/jsonRecords.ts'
import { advisories, cvssBySource, labelled, lines, resourceName } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const kinds = ['Vulnerabilities', 'Misconfigurations', 'Secrets', 'Licenses', 'ExperimentalModifiedFindings', 'Packages'] as const
type Kind = (typeof kinds)[number]
type Part = Omit<Draft, 'record'>
/** Where results stand: since version 2 of the format; before; of a resource of a cluster or a control of a standard. */
const results = [['Results', '*'], ['*'], ['*', '*', 'Results', '*']]

/** Lines of code that are to blame, else all that are shown. */
const codeOf = (code: Json): string => {
  const shown = list(code, 'Lines')
  const blamed = shown.filter((line) => at(line, 'IsCause') === true)
  return lines(...(blamed.length === 0 ? shown : blamed).map((line) => text(line, 'Content')))
}

const layerOf = (item: Json): string | null => text(item, 'Layer', 'Digest') ?? text(item, 'Layer', 'DiffID')

const vulnerability = (item: Json, target: string | null): Part => {
  const status = text(item, 'Status')
  return {
    rule: text(item, 'VulnerabilityID'),
    title: text(item, 'Title') ?? [text(item, 'VulnerabilityID'), text(item, 'PkgName')].filter((t) => t !== null).join(' '),
    description: text(item, 'Description'),
    solution: labelled('Fixed in', text(item, 'FixedVersion')),
    references: [text(item, 'PrimaryURL'), ...texts(item, 'References')],
    identifiers: joined(advisories(text(item, 'VulnerabilityID'), ...texts(item, 'VendorIDs')), { cwe: texts(item, 'CweIDs').flatMap(cweOf) }),
    cvss: cvssBySource(at(item, 'CVSS')),
    severity: text(item, 'Severity'),
    stance: status === 'not_affected' ? 'not-affected' : 'open',
    component: {
      name: text(item, 'PkgName') ?? text(item, 'PkgID') ?? '', version: text(item, 'InstalledVersion'), purl: text(item, 'PkgIdentifier', 'PURL'),
        fixedIn: text(item, 'FixedVersion'),
      path: text(item, 'PkgPath') ?? target,
    },
    evidence: lines(labelled('Status', status), labelled('Layer', layerOf(item)), labelled('Severity by', text(item, 'SeveritySource'))),
  }
}

const stances: Readonly<Record<string, Stance>> = { PASS: 'passed', EXCEPTION: 'suppressed' }

const misconfiguration = (item: Json, target: string | null): Part => {
  const cause = at(item, 'CauseMetadata')
  const occurrences = list(cause, 'Occurrences').map((o) => `${text(o, 'Resource') ?? ''} ${text(o, 'Filename') ?? ''}:${text(o, 'Location', 'StartLine') ?? ''}`)
  return {
    rule: text(item, 'AVDID') ?? text(item, 'ID'),
    title: text(item, 'Title'),
    description: text(item, 'Description'),
    solution: text(item, 'Resolution'),
    references: [text(item, 'PrimaryURL'), ...texts(item, 'References')],
    identifiers: advisories(text(item, 'ID'), text(item, 'AVDID')),
    severity: text(item, 'Severity'),
    stance: stances[text(item, 'Status') ?? ''] ?? 'open',
    place: target === null ? null : { file: target, line: number(cause, 'StartLine'), endLine: number(cause, 'EndLine') },
    evidence: lines(text(item, 'Message'), labelled('Resource', text(cause, 'Resource')), ...occurrences, codeOf(at(cause, 'Code'))),
  }
}

const secret = (item: Json, target: string | null): Part => ({
  rule: text(item, 'RuleID'),
  title: text(item, 'Title'),
  description: labelled('Category', text(item, 'Category')),
  severity: text(item, 'Severity'),
  place: target === null ? null : { file: target, line: number(item, 'StartLine'), endLine: number(item, 'EndLine') },
  evidence: lines(text(item, 'Match') ?? codeOf(at(item, 'Code')), labelled('Layer', layerOf(item))),
})

const license = (item: Json, target: string | null): Part => {
  const file = text(item, 'FilePath') ?? target
  const name = text(item, 'PkgName')
  return {
    rule: text(item, 'Name'),
    title: `License ${text(item, 'Name') ?? ''}`.trim(),
    description: labelled('Category', text(item, 'Category')),
    references: [text(item, 'Link')],
    severity: text(item, 'Severity'),
    component: name === null ? null : { name, path: file },
    place: file === null ? null : { file },
    evidence: lines(labelled('Confidence', text(item, 'Confidence')), text(item, 'Text')),
  }
}

const drafts: Partial<Record<Kind, (item: Json, target: string | null) => Part>> = {
  Vulnerabilities: vulnerability, Misconfigurations: misconfiguration, Secrets: secret, Licenses: license,
}
const kindOfModified: Readonly<Record<string, Kind>> = { vulnerability: 'Vulnerabilities', misconfiguration: 'Misconfigurations', secret: 'Secrets', license: 'Licenses' }
const modified: Readonly<Record<string, Stance>> = { not_affected: 'not-affected', fixed: 'fixed', affected: 'open', under_investigation: 'open' }

/** What was looked at: an image, a machine, a resource of a cluster; folders and repositories are no hosts. */
const hostOf = (root: Json, resource: Json): Draft['host'] => {
  const cluster = text(root, 'ClusterName')
  const kind = text(resource, 'Kind')
  if (kind !== null) return { name: resourceName(cluster, text(resource, 'Namespace'), kind, text(resource, 'Name')), os: osOf(at(resource, 'Metadata')) }
  const [type, name] = [text(root, 'ArtifactType'), text(root, 'ArtifactName')]
  const isHost = type === null || type === 'container_image' || type === 'vm' || type === 'aws_account'
  return isHost && name !== null ? { name, os: osOf(at(root, 'Metadata')) } : null
}
const osOf = (metadata: Json): string | null => [text(metadata, 'OS', 'Family'), text(metadata, 'OS', 'Name')].filter((t) => t !== null).join(' ') || null

/**
 * Trivy, all layouts of its JSON: one finding for each vulnerability, misconfiguration, secret and license of each target.
 * https://trivy.dev/latest/docs/configuration/reporting/#json
 */
export const reader: JsonReader = {
  id: 'trivy',
  name: 'Trivy',
  kind: 'json',
  detect: ({ keys, itemKeys, isList, text: head }) =>
    isList
      ? itemKeys.has('Target') && (itemKeys.has('Vulnerabilities') || itemKeys.has('Misconfigurations') || itemKeys.has('Secrets') || itemKeys.has('Class'))
      : (keys.has('ArtifactName') && (keys.has('SchemaVersion') || keys.has('Results')))
        || (keys.has('ClusterName') && ['Resources', 'Findings', 'Vulnerabilities', 'Misconfigurations', 'RBACAssessment'].some((key) => keys.has(key)))
        || (keys.has('Results') && (keys.has('RelatedResources') || /"(?:VulnerabilityID|MisconfSummary)"\s*:/.test(head))),
  paths: results.flatMap((place) => kinds.map((kind) => [...place, kind, '*'])),
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const kind = keys.at(-2) as Kind
    const changed = kind === 'ExperimentalModifiedFindings'
    const draft = drafts[changed ? (kindOfModified[text(value, 'Type') ?? ''] ?? 'Vulnerabilities') : kind]
    if (draft === undefined) return []
    const target = text(at(context, ...keys.slice(0, -2)), 'Target')
    const told = draft(changed ? at(value, 'Finding') : value, target)
    return [{
      ...told,
      ...(changed ? {
        stance: modified[text(value, 'Status') ?? ''] ?? 'suppressed',
        evidence: lines(text(value, 'Statement'), labelled('Source', text(value, 'Source')), told.evidence),
      } : {}),
      host: hostOf(context, keys.length === 6 ? at(context, keys[0]!, keys[1]!) : null),
      lastSeen: text(context, 'CreatedAt'),
      record: pointer(keys),
    }]
  },
}
