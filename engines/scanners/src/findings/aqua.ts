import type { Json } from '../input/jsonRecords.ts'
import { advisories, labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import { cweOf, joined } from './identifiers.ts'
import { at, list, text } from './nodes.ts'

const first = (value: Json, ...names: readonly string[]): string | null => names.map((name) => text(value, name)).find((one) => one !== null) ?? null

const cvssOf = (item: Json): NonNullable<Draft['cvss']> => {
  const isV2 = (name: string): boolean => /v2/i.test(text(item, name) ?? '')
  const v3 = first(item, 'nvd_vectors_v3', 'nvd_cvss3_vectors')
  return [
    { ...(v3 === null ? { version: '3.0' as const } : {}), vector: v3, score: first(item, 'nvd_score_v3', 'nvd_cvss3_score') },
    { version: '2.0', vector: first(item, 'nvd_vectors', 'nvd_cvss2_vectors'), score: first(item, 'nvd_score', 'nvd_cvss2_score') },
    text(item, 'aqua_vectors') === first(item, 'nvd_vectors_v3', 'nvd_vectors') ? null : { ...(isV2('aqua_scoring_system') ? { version: '2.0' as const } : {}),
      vector: text(item, 'aqua_vectors'), score: text(item, 'aqua_score') },
    { vector: text(item, 'vendor_vectors_v3'), score: text(item, 'vendor_score_v3') },
    { version: '2.0', vector: first(item, 'vendor_vectors', 'vendor_cvss2_vectors'), score: first(item, 'vendor_score', 'vendor_cvss2_score') },
    { ...(isV2('score_version') ? { version: '2.0' as const } : {}), vector: text(item, 'vectors'), score: text(item, 'score') },
  ]
}

const componentOf = (resource: Json, fixedIn: string | null): Draft['component'] => {
  const name = text(resource, 'name') ?? text(resource, 'path')
  return name === null ? null : { name, version: text(resource, 'version'), fixedIn, path: text(resource, 'path') }
}

/** A vulnerability as Aqua tells it of a resource (a package, a file) of an image. */
export const draftOf = (item: Json, resource: Json, host: Draft['host'], record: string): Draft => {
  const also = list(item, 'ref_vulns')
  const all = [item, ...also]
  const fixedIn = text(item, 'fix_version')
  const name = text(resource, 'name') ?? text(item, 'file')
  return {
    rule: text(item, 'name'),
    title: [text(item, 'name'), name].filter((t) => t !== null).join(' in '),
    description: text(item, 'description') ?? text(item, 'vendor_statement'),
    solution: text(item, 'solution') ?? labelled('Fixed in', fixedIn),
    references: all.flatMap((one) => ['nvd_url', 'vendor_url', 'url', 'exploit_reference'].map((key) => text(one, key))),
    identifiers: joined(advisories(...all.map((one) => text(one, 'name'))), {
      cwe: all.flatMap((one) => list(one, 'cwe_info')).flatMap((one) => cweOf(text(one, 'Id') ?? text(one, 'id'))),
    }),
    cvss: cvssOf(item),
    severity: first(item, 'aqua_severity', 'severity', 'vendor_severity', 'nvd_severity_v3', 'nvd_severity'),
    stance: at(item, 'acknowledged') === true || text(item, 'acknowledged_date') !== null ? 'accepted' : 'open',
    host,
    component: text(resource, 'name') === null && text(resource, 'path') === null ? (name === null ? null : { name, fixedIn }) : componentOf(resource, fixedIn),
    evidence: lines(
      labelled('Classification', text(item, 'aqua_severity_classification')), labelled('Vendor', text(item, 'vendor_severity')),
        labelled('Vendor statement', text(item, 'vendor_statement')), labelled('Layer', text(resource, 'layer_digest')),
      labelled('CPE', text(resource, 'cpe')), labelled('EPSS', text(item, 'epss_score')), labelled('Known to be exploited', text(item, 'cisa_publish_date')),
    ),
    firstSeen: text(item, 'first_found_date'),
    lastSeen: text(item, 'last_found_date'),
    record,
  }
}

/** Secrets and malware that were found in a resource, each kind once. */
export const othersOf = (resource: Json, host: Draft['host'], record: string): Draft[] => {
  const own = at(resource, 'resource')
  const file = text(own, 'path') ?? text(own, 'name')
  const place = file === null ? null : { file }
  const kinds = [...new Set([...list(resource, 'sensitive_data_items').map((one) => text(one, 'type') ?? 'unknown'),
    ...(list(resource, 'sensitive_data_items').length > 0 ? [] : list(own, 'sensitive_items').flatMap((one) => text(one) ?? []))])]
  return [
    ...kinds.map((kind): Draft => ({ rule: 'sensitive-data', title: `Sensitive data: ${kind}`, derived: 'high', host, place,
      evidence: lines(labelled('Hash', text(own, 'hash')), labelled('Layer', text(own, 'layer_digest'))), record })),
    ...list(resource, 'malware').map((one): Draft => ({ rule: 'malware', title: `Malware: ${text(one, 'name') ?? text(one) ?? ''}`, severity: text(one, 'severity'),
      ...(text(one, 'severity') === null ? { derived: 'critical' as const } : {}), host, place, evidence: labelled('Hash', text(one, 'hash') ?? text(own, 'hash')), record })),
  ]
}
