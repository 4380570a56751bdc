import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { Draft } from '../draft.ts'
import type { FoundHost, FoundService, Identifiers, Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { hostOf } from '../network.ts'
import { child, children, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { severityOfCvss } from '../severity.ts'

interface Definition {
  readonly node: XmlNode
  readonly description: string
  readonly solution: string
  readonly references: readonly string[]
  readonly identifiers: Identifiers
}

const advisories = new Set(['REDHAT', 'USN', 'DEBIAN', 'MS', 'SUSE', 'SECUNIA', 'CERT-VN', 'CERT'])

const referencesOf = (node: XmlNode): { source: string; text: string }[] =>
  children(child(node, 'references'), 'reference').map((one) => ({ source: (one.at.source ?? '').toUpperCase(), text: one.text.trim() }))

/** Addresses stand in attributes of links within a text. */
const linksIn = (node: XmlNode | undefined): string[] => (node === undefined ? [] : [node.at.LinkURL ?? '', ...node.children.flatMap(linksIn)])

const definitionOf = (node: XmlNode): Definition => {
  const references = referencesOf(node)
  const exploits = children(child(node, 'exploits'), 'exploit').map((one) => one.at.link ?? '')
  return {
    node, description: wholeText(child(node, 'description')), solution: wholeText(child(node, 'solution')),
    references: [
      ...references.filter(({ source, text }) => source === 'URL' || /^https?:/.test(text)).map(({ text }) => text), ...exploits,
      ...linksIn(child(node, 'description')), ...linksIn(child(node, 'solution')),
    ],
    identifiers: joined(
      identifiersIn(...references.map(({ source, text }) => (source === 'CWE' && /^\d+$/.test(text) ? `CWE-${text}` : text)), node.at.title),
      { other: references.flatMap(({ source, text }) => (source === 'BID' || source === 'OSVDB' ? [`${source}-${text}`] : advisories.has(source) ? [text] : [])) },
    ),
  }
}

interface Beside {
  readonly definitions: ReadonlyMap<string, Definition>
  /** When each scan ended. */
  readonly scans: ReadonlyMap<string, string>
}

const known = new WeakMap<readonly XmlNode[], Beside>()
const besideOf = (first: readonly XmlNode[]): Beside => {
  const before = known.get(first)
  if (before !== undefined) return before
  const all = {
    definitions: new Map(first.filter((node) => node.name === 'vulnerability').map((node) => [(node.at.id ?? '').toLowerCase(), definitionOf(node)])),
    scans: new Map(first.filter((node) => node.name === 'scan').map((node) => [node.at.id ?? '', node.at.endTime ?? ''])),
  }
  known.set(first, all)
  return all
}

/** `20310101T100000000` */
const timeOf = (text: string | undefined): string | null => text?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})$/, '$1-$2-$3T$4:$5:$6.$7Z') ?? null

const stanceOf = (status: string): Stance => {
  if (/^(?:not-)/.test(status)) return 'passed'
  return /^(?:exception|overridden|excluded)/.test(status) ? 'suppressed' : 'open'
}

const hostFrom = (open: XmlOpen | undefined): Partial<FoundHost> => {
  const [names, prints] = [child(open, 'names'), children(child(open, 'fingerprints'), 'os')]
  const os = prints.toSorted((a, b) => Number(b.at.certainty ?? 0) - Number(a.at.certainty ?? 0))[0]?.at
  const system = os === undefined ? null : [os.vendor, os.product ?? os.family, os.version].filter((part) => part !== undefined && part !== '').join(' ')
  const mac = open?.at['hardware-address']?.replace(/^([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})$/i, '$1:$2:$3:$4:$5:$6')
  return { ...hostOf(open?.at.address), macs: [mac ?? ''], fqdns: children(names, 'name').map((name) => name.text), uuid: open?.at['unique-id'] ?? null, os: system }
}

/** Tests that were not done, or could not be, say nothing. */
const saysNothing = /^(?:error|unknown|skipped|no-)/

const testOf = (test: XmlNode, { definitions, scans }: Beside): Omit<Draft, 'record'>[] => {
  const status = (test.at.status ?? '').toLowerCase()
  if (saysNothing.test(status)) return []
  const id = test.at.id ?? ''
  const definition = definitions.get(id.toLowerCase())
  const at = definition?.node.at ?? {}
  return [{
    rule: id, title: at.title ?? id, description: definition?.description, solution: definition?.solution, references: definition?.references ?? [],
    identifiers: joined(definition?.identifiers ?? {}, identifiersIn(id.toUpperCase().replace(/^.*?(?=CVE-\d{4}-\d)/, ''))),
    cvss: [{ vector: at.cvssV3Vector ?? at.cvssV31Vector, score: at.cvssV3Score ?? at.cvssV31Score }, { version: '2.0' as const, vector: at.cvssVector, score: at.cvssScore }],
    severity: at.severity, derived: at.severity === undefined ? null : severityOfCvss({ score: Number(at.severity), version: '3.1' }), stance: stanceOf(status),
    evidence: [wholeText(test), test.at.key ?? '', status].filter((part) => part !== '').join('\n'),
    firstSeen: timeOf(test.at['vulnerable-since']), lastSeen: timeOf(scans.get(test.at['scan-id'] ?? '')),
  }]
}

const openPort = (service: Partial<FoundService>, endpoint: XmlNode): Omit<Draft, 'record'> => {
  const services = children(child(endpoint, 'services'), 'service')
  const found = services.flatMap((one) => children(child(one, 'fingerprints'), 'fingerprint'))[0]?.at
  return {
    rule: 'open-port', title: `Open port ${service.port ?? '?'}/${service.protocol ?? '?'}${service.name == null ? '' : `: ${service.name}`}`, severity: null, derived: 'none',
    component: found?.product === undefined ? null : { name: found.product, version: found.version ?? null },
    evidence: services.flatMap((one) => children(child(one, 'configuration'), 'config')).map((config) => `${config.at.name ?? ''}: ${config.text.trim()}`).join('\n'),
  }
}

/**
 * Nexpose and InsightVM, XML Export (`NexposeReport` 1.0 and 2.0): one finding for each test of each node and service, passed where it was not vulnerable, and an informational
 * one for each
 * open port. Definitions stand after the nodes. https://docs.rapid7.com/insightvm/export-template-attributes
 */
export const reader: XmlReader = {
  id: 'nexpose',
  name: 'Nexpose',
  kind: 'xml',
  detect: (head) => head.root === 'NexposeReport',
  shape: { records: ['endpoints/endpoint', 'tests/test'], context: ['node/names', 'node/fingerprints'] },
  first: { records: ['VulnerabilityDefinitions/vulnerability', 'scans/scan'], context: [] },
  read: ({ node, above, line }, { first }) => {
    const beside = besideOf(first)
    const open = above.findLast((one) => one.name === 'node')
    const scan = { host: hostFrom(open), record: `line ${line}` }
    if (node.name === 'test') return testOf(node, beside).map((draft) => ({ ...draft, ...scan }))
    const services = children(child(node, 'services'), 'service')
    const at = { port: Number(node.at.port ?? Number.NaN), protocol: node.at.protocol ?? null }
    const places = [...services.map((service) => ({ name: service.at.name ?? null, of: service })), { name: null, of: node }]
    const isOpen = (node.at.status ?? 'open') === 'open'
    return [
      ...(isOpen ? [{ ...openPort({ ...at, name: places[0]!.name }, node), ...scan, service: { ...at, name: places[0]!.name } }] : []),
      ...places.flatMap(({ name, of }) => children(child(of, 'tests'), 'test').flatMap((test) => testOf(test, beside).map((draft) => ({ ...draft, ...scan, service: { ...at, name } })))),
    ]
  },
}
