import type { XmlNode } from '../../input/xmlRecords.ts'
import { child, children, childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { check, flaw, protocolOf, suitesChecks, tlsDraft, type TlsCheck } from '../tls.ts'

const commands = [
  'certinfo', 'compression', 'fallback', 'heartbleed', 'openssl_ccs', 'reneg', 'resum', 'resum_rate', 'robot', 'early_data', 'http_headers', 'hsts', 'sslv2', 'sslv3', 'tlsv1',
  'tlsv1_1', 'tlsv1_2', 'tlsv1_3',
]

/** An attribute of any element within, said in Python: `True`, `False`. */
const said = (node: XmlNode, name: string): boolean | null => {
  const told = node.at[name] ?? node.children.map((c) => c.at[name]).find((v) => v !== undefined)
  return told === undefined ? null : told === 'True'
}
const not = (is: boolean | null): boolean | null => (is === null ? null : !is)
const attributes = (node: XmlNode): string => node.children.map((c) => [c.name, ...Object.entries(c.at).map(([key, value]) => `${key}=${value}`)].join(' ')).join('\n')

const certificateChecks = (node: XmlNode): TlsCheck[] => {
  const validation = child(node, 'certificateValidation')
  const hostname = child(validation, 'hostnameValidation')
  const paths = children(validation, 'pathValidation')
  const failed = paths.filter((path) => path.at.error !== undefined || (path.at.validationResult ?? 'ok') !== 'ok')
    .map((path) => `${path.at.usingTrustStore ?? ''} ${path.at.trustStoreVersion ?? ''}: ${path.at.error ?? path.at.validationResult}`)
  const received = child(node, 'receivedCertificateChain')
  const leaf = child(received, 'certificate')
  const of = [childText(leaf, 'subject'), childText(leaf, 'serialNumber'), childText(leaf, 'notAfter')].filter((t) => t !== null).join('\n')
  const verified = validation && child(validation, 'verifiedCertificateChain')
  const told = (rule: string, title: string, value: string | undefined, bad: string, severity: TlsCheck['severity']): TlsCheck[] =>
    value === undefined ? [] : [check(rule, title, value === bad, severity, of)]
  return [
    ...(paths.length === 0 ? [] : [check('certificate trust', 'Certificate is not trusted', failed.length > 0, 'medium', [...failed, of].join('\n'))]),
    ...told('certificate hostname', 'Certificate is for another host name', hostname?.at.certificateMatchesServerHostname, 'False', 'medium'),
    ...told('certificate sha1', 'Chain is signed with SHA-1', verified?.at.hasSha1SignedCertificate, 'True', 'medium'),
    ...told('certificate symantec', 'Chain has a Symantec anchor that is no longer trusted', verified?.at.isAffectedBySymantecDeprecation, 'True', 'medium'),
    ...told('certificate order', 'Chain of certificates is out of order', received?.at.isChainOrderValid, 'False', 'low'),
  ]
}

const checksOf = (node: XmlNode): TlsCheck[] => {
  const robot = node.children.map((c) => c.at.resultEnum).find((v) => v !== undefined) ?? null
  const protocol = protocolOf(node.name)
  switch (node.name) {
    case 'heartbleed': return flaw('heartbleed', said(node, 'isVulnerable'))
    case 'openssl_ccs': return flaw('ccs', said(node, 'isVulnerable'))
    case 'robot': return flaw('robot', robot === null ? null : robot.startsWith('VULNERABLE'), robot)
    case 'reneg': return [...flaw('insecureRenegotiation', not(said(node, 'isSecure'))), ...flaw('clientRenegotiation', said(node, 'canBeClientInitiated'))]
    case 'compression': return flaw('compression', said(node, 'isSupported'))
    case 'fallback': return flaw('fallback', not(said(node, 'isSupported')))
    case 'early_data': return flaw('earlyData', said(node, 'isSupported'))
    case 'certinfo': return certificateChecks(node)
  }
  if (protocol === null) return [check(node.name, node.at.title ?? node.name, null, 'none', attributes(node))]
  return suitesChecks(protocol, children(child(node, 'acceptedCipherSuites'), 'cipherSuite').map((suite) => suite.at.name ?? ''))
}

/** SSLyze, XML of versions up to 2: one finding for each check of each target, passed ones too; a check that failed says why. https://github.com/nabla-c0d3/sslyze (xml_out.xsd) */
export const reader: XmlReader = {
  id: 'sslyzeXml',
  name: 'SSLyze (XML)',
  kind: 'xml',
  detect: (head) => head.root === 'document' && /\bSSLyze/i.test(head.rootTag),
  shape: { records: ['invalidTarget', ...commands.map((name) => `target/${name}`)], context: [] },
  read: ({ node, above, line }) => {
    const target = above.at(-1)?.at ?? {}
    const record = `line ${line}`
    if (node.name === 'invalidTarget') return [tlsDraft(check('connectivity', 'Server could not be scanned', null, 'none', node.at.error ?? null), { host: { name: node.text }, record })]
    const name = target.host ?? null
    const rest = {
      host: { name, fqdns: name === target.ip ? [] : [name ?? ''], ips: [target.ip ?? ''] },
      service: { port: Number(target.port ?? Number.NaN), protocol: 'tcp', name: target.tlsWrappedProtocol ?? null }, record,
    }
    const failed = node.at.exception
    return (failed === undefined ? checksOf(node) : [check(node.name, `${node.at.title ?? node.name} could not be checked`, null, 'none', failed)]).map((one) => tlsDraft(one, rest))
  },
}
