import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const reasons: Readonly<Record<string, Stance>> = { false_positive: 'false-positive', 'false positive': 'false-positive', inaccurate: 'false-positive',
  wont_fix: 'accepted', "won't fix": 'accepted', tolerable_risk: 'accepted', not_used: 'not-affected', revoked: 'fixed', used_in_tests: 'suppressed', 'used in tests': 'suppressed' }

/** Some exports write what is missing as `None`. */
const said = (value: Json, ...keys: string[]): string | null => (text(value, ...keys) === 'None' ? null : text(value, ...keys))

const stanceOf = (alert: Json): Stance => {
  const state = said(alert, 'state')?.toLowerCase()
  const reason = said(alert, 'resolution') ?? said(alert, 'dismissed_reason')
  if (state === 'fixed') return 'fixed'
  return state === 'resolved' || state === 'dismissed' || state === 'auto_dismissed' ? (reasons[reason ?? ''] ?? 'suppressed') : 'open'
}

const code = (alert: Json): Partial<Draft> => {
  const [rule, instance] = [at(alert, 'rule'), at(alert, 'most_recent_instance')]
  const file = said(instance, 'location', 'path')
  return {
    rule: said(rule, 'id'), title: said(rule, 'description') ?? said(rule, 'name'), description: linesOf(said(instance, 'message', 'text'), said(rule, 'full_description')),
    solution: said(rule, 'help'), references: [said(alert, 'html_url'), said(rule, 'help_uri')],
    identifiers: identifiersIn(...texts(rule, 'tags'), said(rule, 'id'), said(rule, 'description')), severity: said(rule, 'security_severity_level') ?? said(rule, 'severity'),
    place: file === null ? null : { file, line: number(instance, 'location', 'start_line'), endLine: number(instance, 'location', 'end_line') },
    evidence: linesOf(
      named('Tool', said(alert, 'tool', 'name')), named('Commit', said(instance, 'commit_sha')), named('Ref', said(instance, 'ref')), named('Comment', said(alert, 'dismissed_comment')),
    ),
  }
}

const secret = (alert: Json): Partial<Draft> => {
  const location = at(alert, 'first_location_detected') ?? at(alert, 'location')
  const file = said(location, 'path')
  return {
    rule: said(alert, 'secret_type'), title: said(alert, 'secret_type_display_name') ?? said(alert, 'secret_type'), references: [said(alert, 'html_url')],
    place: file === null ? null : { file, line: number(location, 'start_line'), endLine: number(location, 'end_line') },
    evidence: linesOf(
      named('Secret', said(alert, 'secret')), named('Validity', said(alert, 'validity')), named('Repository', said(alert, 'repository', 'full_name')),
      named('Comment', said(alert, 'resolution_comment')),
    ),
    secrets: texts(alert, 'secret'),
  }
}

const dependency = (alert: Json): Partial<Draft> => {
  const [advisory, flaw] = [at(alert, 'security_advisory'), at(alert, 'security_vulnerability')]
  const name = said(alert, 'dependency', 'package', 'name') ?? said(flaw, 'package', 'name') ?? 'unknown'
  return {
    rule: said(advisory, 'ghsa_id'), title: said(advisory, 'summary'), description: said(advisory, 'description'),
    references: [said(alert, 'html_url'), ...list(advisory, 'references').map((r) => text(r, 'url'))],
    identifiers: joined(
      identifiersIn(said(advisory, 'ghsa_id'), said(advisory, 'cve_id'), ...list(advisory, 'identifiers').map((id) => text(id, 'value'))),
      { cwe: list(advisory, 'cwes').flatMap((c) => cweOf(text(c, 'cwe_id'))) },
    ),
    cvss: [at(advisory, 'cvss'), at(advisory, 'cvss_severities', 'cvss_v4'), at(advisory, 'cvss_severities', 'cvss_v3')]
      .map((c) => (said(c, 'vector_string') === null ? null : { vector: said(c, 'vector_string'), score: number(c, 'score') })),
    severity: said(flaw, 'severity') ?? said(advisory, 'severity'),
    component: { name, fixedIn: said(flaw, 'first_patched_version', 'identifier'), path: said(alert, 'dependency', 'manifest_path') },
    evidence: linesOf(named('Vulnerable', said(flaw, 'vulnerable_version_range')), named('Comment', said(alert, 'dismissed_comment'))),
  }
}

/**
 * GitHub REST API, alerts of code scanning, secret scanning and Dependabot: one finding for each. https://docs.github.com/rest/code-scanning
 * https://docs.github.com/rest/secret-scanning https://docs.github.com/rest/dependabot
 */
export const reader: JsonReader = {
  id: 'githubAlerts',
  name: 'GitHub alerts (API)',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('number') && itemKeys.has('state') && ['most_recent_instance', 'secret_type', 'security_advisory', 'rule', 'locations_url']
    .some((key) => itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = at(value, 'security_advisory') !== null ? dependency : at(value, 'secret_type') !== null ? secret : code
    return [{ title: null, ...of(value), stance: stanceOf(value), firstSeen: said(value, 'created_at'), lastSeen: said(value, 'updated_at'), record: pointer(keys) }]
  },
}
