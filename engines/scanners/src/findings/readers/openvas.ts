import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { Draft } from '../draft.ts'
import type { FoundHost, Identifiers, Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { bids, hostOf, links, paragraphs } from '../network.ts'
import { child, childText, children, childTexts, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { severityOfCvss } from '../severity.ts'

/** `summary=…|insight=…`, as tests tell of themselves. */
const tagsOf = (nvt: XmlNode | undefined): ReadonlyMap<string, string> =>
  new Map((childText(nvt, 'tags') ?? '').split(/\|(?=[a-z_]{1,40}=)/).filter((tag) => tag.includes('=')).map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1)]))

/** `443/tcp`, `https (443/tcp)`, `general/tcp` */
const serviceOf = (port: string | null) => {
  const found = /^(?:([^()]*)\()?\s*(\w+)\/(\w+)\)?$/.exec(port ?? '')
  return found === null ? { name: port } : { name: found[1]?.trim() ?? null, port: /^\d+$/.test(found[2]!) ? Number(found[2]) : null, protocol: found[3]! }
}

const details = (host: XmlNode): ((name: string) => string[]) => (name) =>
  children(host, 'detail').filter((d) => childText(d, 'name') === name).flatMap((d) => childText(d, 'value') ?? [])

const known = new WeakMap<readonly XmlNode[], ReadonlyMap<string, Partial<FoundHost>>>()

/** What the report says of its hosts, after the results, by address. */
const hostsOf = (first: readonly XmlNode[]): ReadonlyMap<string, Partial<FoundHost>> => {
  const before = known.get(first)
  if (before !== undefined) return before
  const all = new Map(first.flatMap((host) => {
    const ip = childText(host, 'ip')
    const of = details(host)
    return ip === null ? [] : [[ip, { fqdns: of('hostname'), macs: of('MAC'), os: of('best_os_txt')[0] ?? of('OS')[0] ?? of('best_os_cpe')[0] ?? null }] as const]
  }))
  known.set(first, all)
  return all
}

const identifiersOf = (result: XmlNode, nvt: XmlNode | undefined): Identifiers => {
  const refs = children(child(nvt, 'refs'), 'ref').map((ref) => ref.at)
  const certs = children(child(nvt, 'cert'), 'cert_ref').map((ref) => ref.at.id ?? '')
  return joined(
    identifiersIn(nvt?.at.oid, childText(result, 'name'), ...childTexts(nvt, 'cve'), ...childTexts(nvt, 'xref'), ...refs.map((ref) => ref.id)),
    {
      other: [
        ...bids(...childTexts(nvt, 'bid'), ...refs.filter((ref) => ref.type === 'bid').map((ref) => ref.id)), ...certs,
          ...refs.filter((ref) => /^(?:cert-bund|dfn-cert)$/.test(ref.type ?? '')).map((ref) => ref.id ?? ''),
      ].filter((id) => id !== ''),
    },
  )
}

const cvssOf = (nvt: XmlNode | undefined, tags: ReadonlyMap<string, string>): NonNullable<Draft['cvss']> => {
  const several = children(child(nvt, 'severities'), 'severity')
  // Where there are several, `score` may be of 0 to 100: their vectors tell.
  const of = several.map((one) => ({ vector: childText(one, 'value'), score: several.length === 1 ? childText(nvt, 'cvss_base') ?? childText(one, 'score') : null }))
  return of.length > 0 ? of : [{ vector: tags.get('cvss_base_vector') ?? null, score: childText(nvt, 'cvss_base') }]
}

/** Threats that are none: what a test wrote to its log, or could not do. */
const informs = /^(?:log|debug|error)$/i

const stanceOf = (result: XmlNode): Stance => {
  const score = childText(result, 'severity')
  if (childText(result, 'threat') === 'False Positive' || (score !== null && Number(score) === -1)) return 'false-positive'
  return childText(result, 'compliance') === 'yes' ? 'passed' : childText(result, 'delta') === 'gone' ? 'fixed' : 'open'
}

/** CVEs that a host was found to be free of. */
const closedOf = (host: XmlNode, line: number): Draft[] =>
  children(host, 'detail').filter((d) => childText(d, 'name') === 'Closed CVE').map((d) => ({
    rule: childText(child(d, 'source'), 'name'), title: `Closed: ${childText(d, 'value') ?? childText(child(d, 'source'), 'description') ?? ''}`,
    description: childText(child(d, 'source'), 'description'),
    identifiers: identifiersIn(childText(d, 'value')), cvss: [{ score: childText(d, 'extra') }], stance: 'passed', host: hostOf(childText(host, 'ip')), record: `line ${line}`,
  }))

const timesOf = (above: readonly XmlOpen[], name: string): string | null =>
  above.toReversed().flatMap((open) => open.kept.filter((node) => node.name === name).map((node) => node.text.trim())).find((text) => text !== '') ?? null

/**
 * OpenVAS and Greenbone, report as XML of GMP (or its forerunner OMP), alone or in `get_reports_response`: one finding for each result, log messages and false positives too,
 * and a passed one for each CVE that a host is free of. https://docs.greenbone.net/API/GMP/gmp-22.5.html#type_report
 */
export const reader: XmlReader = {
  id: 'openvas',
  name: 'OpenVAS',
  kind: 'xml',
  detect: (head) =>
    /^get_(?:reports|results)_response$/.test(head.root)
    || (head.root === 'report' && (/\bformat_id\s*=/.test(head.rootTag) || /<(?:gmp|omp)>|<scan_run_status>|<nvt\s+oid=|<report_format\b/.test(head.text))),
  shape: { records: ['results/result', 'get_results_response/result', 'report/host'], context: ['scan_start'] },
  first: { records: ['report/host'], context: [] },
  read: ({ node, above, line }, { first }) => {
    if (node.name === 'host') return closedOf(node, line)
    const nvt = child(node, 'nvt')
    const tags = tagsOf(nvt)
    const told = (...names: string[]): string | undefined => names.map((name) => tags.get(name)).find((text) => text !== undefined && text.trim() !== '')
    const host = child(node, 'host')
    const ip = host?.text.trim() ?? ''
    const more = hostsOf(first).get(ip)
    const score = childText(node, 'severity') ?? childText(nvt, 'cvss_base')
    const threat = childText(node, 'threat')
    const refs = children(child(nvt, 'refs'), 'ref').filter((ref) => ref.at.type === 'url').map((ref) => ref.at.id)
    return [{
      rule: nvt?.at.oid, title: childText(node, 'name') ?? childText(nvt, 'name'),
      description: paragraphs(told('summary'), told('insight'), told('affected'), told('impact')),
      solution: childText(nvt, 'solution') ?? told('solution'),
      references: [...refs, ...childTexts(nvt, 'xref').flatMap((t) => links(t.replaceAll('URL:', ' ')))],
      identifiers: identifiersOf(node, nvt), cvss: cvssOf(nvt, tags),
      severity: threat ?? score, derived: informs.test(threat ?? '') ? 'none' : threat !== null && threat !== 'False Positive' ? null
        : score === null ? null : severityOfCvss({ score: Number(score), version: '3.1' }),
      stance: stanceOf(node),
      host: host === undefined ? null : { ...hostOf(ip), ...more, fqdns: [...childTexts(host, 'hostname'), ...(more?.fqdns ?? [])] },
      service: serviceOf(childText(node, 'port')),
      evidence: paragraphs(childText(node, 'description'), wholeText(child(child(child(node, 'detection'), 'result'), 'details'))),
      firstSeen: childText(node, 'creation_time') ?? timesOf(above, 'scan_start'),
      lastSeen: childText(node, 'modification_time') ?? childText(node, 'creation_time') ?? timesOf(above, 'scan_start'),
      record: `line ${line}`,
    }]
  },
}
