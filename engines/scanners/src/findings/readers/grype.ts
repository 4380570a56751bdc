import type { Json } from '../../input/jsonRecords.ts'
import { advisories, joinedTexts, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { ReportedCvss, Stance } from '../finding.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Scores of all sources, each vector once. */
const cvssOf = (vulnerabilities: readonly Json[]): Draft['cvss'] => {
  const all = vulnerabilities.flatMap((v) => list(v, 'cvss')).map((one) => {
    const [version, vector] = [text(one, 'version'), text(one, 'vector')]
    const told = (/^[24]$/.test(version ?? '') ? `${version}.0` : version) as ReportedCvss['version']
    return { ...(told !== null && ['2.0', '3.0', '3.1', '4.0'].includes(told) ? { version: told } : {}), vector, score: text(one, 'metrics', 'baseScore') }
  })
  return [...new Map(all.map((one) => [`${one.vector} ${one.score}`, one])).values()]
}

const hostOf = (context: Json): Draft['host'] => {
  const os = [text(context, 'distro', 'name'), text(context, 'distro', 'version')].filter((t) => t !== null).join(' ')
  const image = text(context, 'source', 'target', 'userInput')
  return image === null && os === '' ? null : { name: image, os }
}

const stanceOf = (rules: readonly Json[]): Stance => {
  const vex = rules.map((rule) => text(rule, 'vex-status')).find((status) => status !== null)
  return vex === 'not_affected' ? 'not-affected' : vex === 'fixed' ? 'fixed' : 'suppressed'
}

const evidenceOf = (match: Json, paths: readonly string[], rules: readonly Json[]): string => {
  const vulnerability = at(match, 'vulnerability')
  return lines(
    ...paths.map((path) => `Found in: ${path}`),
    labelled('Layer', texts(list(match, 'artifact', 'locations').map((one) => at(one, 'layerID'))).join(', ')),
    ...list(match, 'matchDetails').map((detail) => labelled(`Matched by ${text(detail, 'matcher') ?? '?'}`, text(detail, 'found', 'versionConstraint') ?? text(detail, 'type'))),
    labelled('Fix', text(vulnerability, 'fix', 'state')),
    ...list(vulnerability, 'epss').map((one) => labelled('EPSS', text(one, 'epss'))),
    ...list(vulnerability, 'knownExploited').map((one) => `Known to be exploited: ${text(one, 'cve') ?? ''} ${text(one, 'dateAdded') ?? ''}`.trim()),
    ...rules.map((rule) => labelled('Ignored', ['reason', 'vex-status', 'vex-justification'].map((key) => text(rule, key)).filter((t) => t !== null).join(', '))),
  )
}

/** Grype, JSON: one finding for each match, those that are ignored too. https://github.com/anchore/grype#output-formats */
export const reader: JsonReader = {
  id: 'grype',
  name: 'Grype',
  kind: 'json',
  detect: ({ keys, text: head }) =>
    (keys.has('matches') && (/"artifact"\s*:\s*\{/.test(head) || /"matches"\s*:\s*(?:\[\s*\]|null)/.test(head)) && !keys.has('matchesCount'))
    || (keys.has('descriptor') && /"name"\s*:\s*"grype"/.test(head)),
  paths: [['matches', '*'], ['ignoredMatches', '*']],
  needsContext: true,
  read: ({ value: match, path, keys }, { context }) => {
    const [vulnerability, artifact, related] = [at(match, 'vulnerability'), at(match, 'artifact'), list(match, 'relatedVulnerabilities')]
    const all = [vulnerability, ...related]
    const paths = list(artifact, 'locations').flatMap((one) => text(one, 'path') ?? text(one) ?? [])
    const rules = list(match, 'appliedIgnoreRules')
    const id = text(vulnerability, 'id')
    const name = text(artifact, 'name')
    const fixedIn = joinedTexts(vulnerability, 'fix', 'versions') ?? text(vulnerability, 'fixedInVersion')
    return [{
      rule: id,
      title: [id, name].filter((t) => t !== null).join(' in '),
      description: all.map((v) => text(v, 'description')).find((t) => t !== null),
      solution: fixedIn === null ? null : `Upgrade to ${fixedIn}`,
      references: [...all.flatMap((v) => [text(v, 'dataSource'), ...texts(v, 'urls'), ...texts(v, 'links')]), ...list(vulnerability, 'advisories').map((a) => text(a, 'link'))],
      identifiers: joined(
        advisories(...all.map((v) => text(v, 'id')), ...list(vulnerability, 'advisories').map((a) => text(a, 'id'))),
        { cwe: all.flatMap((v) => list(v, 'cwes')).flatMap((one) => cweOf(text(one, 'cwe') ?? text(one))) },
      ),
      cvss: cvssOf(all) ?? [],
      severity: text(vulnerability, 'severity'),
      stance: path === 0 ? 'open' : stanceOf(rules),
      host: hostOf(context),
      component: name === null ? null : { name, version: text(artifact, 'version'), purl: text(artifact, 'purl'), fixedIn, path: paths[0] ?? null },
      evidence: evidenceOf(match, paths, rules),
      lastSeen: text(context, 'descriptor', 'timestamp'),
      record: pointer(keys),
    }]
  },
}
