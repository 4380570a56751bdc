import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { NOT_AFFECTED: 'not-affected', FIXED: 'fixed' }

/** Scores; the vector stands in a text, or nowhere. */
const cvssOf = (vulnerability: Json): NonNullable<Draft['cvss']> => {
  const said = text(vulnerability, 'longDescription') ?? ''
  const v3 = /\bCVSS:3\.[01]\/[A-Z:/]+/.exec(said)?.[0] ?? null
  const v2 = /(?:^|[\s(])(AV:[LAN]\/AC:[HML]\/Au:[A-Za-z:/]+)/.exec(said)?.[1] ?? null
  const score = text(vulnerability, 'cvssv3', 'baseScore') ?? text(vulnerability, 'cvssV3', 'baseScore')
  const only = text(vulnerability, 'cvssVersion') === 'CVSS_VERSION_2' ? null : text(vulnerability, 'cvssScore')
  const isV2 = text(vulnerability, 'cvssVersion') === 'CVSS_VERSION_2'
  return [
    { ...(v3 === null ? { version: '3.1' as const } : {}), vector: v3, score: score ?? only },
    { version: '2.0', vector: v2, score: text(vulnerability, 'cvssV2', 'baseScore') ?? (isV2 ? text(vulnerability, 'cvssScore') : null) },
  ]
}

const versionOf = (version: Json): string | null => text(version, 'fullName') ?? text(version, 'name')

/** Packages that an occurrence names, each name, version and file once. */
const packagesOf = (vulnerability: Json): { readonly component: Draft['component']; readonly severity: string | null; readonly evidence: string }[] => {
  const all = [...list(vulnerability, 'packageIssue'), ...list(vulnerability, 'packageIssues')].map((one) => {
    const paths = list(one, 'fileLocation').flatMap((place) => text(place, 'filePath') ?? [])
    return {
      component: { name: text(one, 'affectedPackage') ?? '', version: versionOf(at(one, 'affectedVersion')), fixedIn: versionOf(at(one, 'fixedVersion')), path: paths[0] ?? null },
      severity: text(one, 'effectiveSeverity'),
      evidence: lines(labelled('Type', text(one, 'packageType')), labelled('CPE', text(one, 'affectedCpeUri')), ...paths.slice(1).map((path) => `Found in: ${path}`),
        labelled('Layer', text(one, 'fileLocation', 0, 'layerDetails', 'diffId'))),
    }
  })
  return [...new Map(all.map((one) => [JSON.stringify([one.component.name, one.component.version, one.component.path]), one])).values()]
}

/**
 * Google Artifact Analysis, `gcloud artifacts docker images describe`, and lists of occurrences: one finding for each package of each vulnerability.
 * https://cloud.google.com/artifact-analysis/docs/metadata-management-overview
 */
export const reader: JsonReader = {
  id: 'gcloudArtifacts',
  name: 'Google Artifact Analysis',
  kind: 'json',
  detect: ({ keys, text: head }) => keys.has('package_vulnerability_summary') || (keys.has('image_summary') && keys.has('discovery_summary'))
    || (keys.has('occurrences') && /"noteName"\s*:/.test(head)),
  paths: [['package_vulnerability_summary', 'vulnerabilities', '*', '*'], ['occurrences', '*']],
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    const vulnerability = at(value, 'vulnerability')
    if (path === 1 && vulnerability === null) return []
    const note = text(value, 'noteName')
    const id = text(vulnerability, 'shortDescription') ?? note?.slice(note.lastIndexOf('/') + 1) ?? null
    const urls = list(vulnerability, 'relatedUrls').map((one) => text(one, 'url'))
    const image = text(context, 'image_summary', 'fully_qualified_digest') ?? text(value, 'resourceUri')
    const severity = text(vulnerability, 'effectiveSeverity') ?? text(vulnerability, 'severity') ?? (path === 0 ? String(keys.at(-2)) : null)
    const common: Draft = {
      rule: id,
      title: id,
      description: text(vulnerability, 'longDescription'),
      references: urls,
      identifiers: joined(advisories(id), { other: advisories(...urls.map((url) => /\b(?:GHSA|DSA|RHSA|ALAS)-[\w:-]+/.exec(url ?? '')?.[0])).other,
        cwe: texts(vulnerability, 'cwes').flatMap(cweOf) }),
      cvss: cvssOf(vulnerability),
      severity,
      // Theirs alone: minimal is below low.
      ...(severity === 'MINIMAL' ? { derived: 'low' as const } : {}),
      stance: stances[text(vulnerability, 'vexAssessment', 'state') ?? ''] ?? 'open',
      host: image === null ? null : { name: image.replace(/^https:\/\//, '') },
      evidence: labelled('Severity', text(vulnerability, 'severity')),
      firstSeen: text(value, 'createTime'),
      lastSeen: text(context, 'discovery_summary', 'discovery', 0, 'discovery', 'lastScanTime') ?? text(value, 'updateTime'),
      record: pointer(keys),
    }
    const packages = packagesOf(vulnerability)
    if (packages.length === 0) return [common]
    return packages.map((one) => ({ ...common, title: [id, one.component?.name].filter((t) => t != null).join(' in '), component: one.component,
      severity: one.severity ?? severity, evidence: lines(common.evidence, one.evidence) }))
  },
}
