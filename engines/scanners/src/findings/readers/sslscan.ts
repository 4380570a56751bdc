import type { XmlNode } from '../../input/xmlRecords.ts'
import type { Severity } from '../finding.ts'
import { hostOf } from '../network.ts'
import { childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { check, flaw, protocolCheck, protocolOf, suiteSeverity, tlsDraft, type TlsCheck } from '../tls.ts'

const strengths: Readonly<Record<string, Severity>> = { strong: 'none', acceptable: 'none', medium: 'low', weak: 'medium', anonymous: 'high', null: 'high' }

const instantOf = (text: string | null): number => Date.parse(text ?? '')

/** Whether a certificate was valid when the scan was made is said by the report; without that, nothing is. */
const certificateChecks = (node: XmlNode): TlsCheck[] => {
  const of = ['subject', 'altnames', 'issuer', 'signature-algorithm', 'not-valid-before', 'not-valid-after'].flatMap((name) => childText(node, name) ?? []).join('\n')
  const bits = Number(node.children.find((c) => c.name === 'pk')?.at.bits ?? Number.NaN)
  const isRsa = /RSA|DSA|DH/i.test(node.children.find((c) => c.name === 'pk')?.at.type ?? '')
  const told = (name: string): boolean | null => (childText(node, name) === null ? null : childText(node, name) === 'true')
  const algorithm = childText(node, 'signature-algorithm')
  const from = instantOf(childText(node, 'not-valid-before'))
  const to = instantOf(childText(node, 'not-valid-after'))
  const noted = (rule: string, title: string, isBad: boolean | null, severity: Severity): TlsCheck[] => (isBad === null ? [] : [check(rule, title, isBad, severity, of)])
  return [
    ...noted('certificate expired', 'Certificate has expired', told('expired'), 'medium'),
    ...noted('certificate not yet valid', 'Certificate is not valid yet', told('not-yet-valid'), 'medium'),
    ...noted('certificate self-signed', 'Certificate is signed by itself', told('self-signed'), 'medium'),
    ...noted('certificate signature', 'Certificate is signed with a weak algorithm', algorithm === null ? null : /md5|sha1/i.test(algorithm), 'medium'),
    ...noted('certificate key', 'Key of the certificate is short', Number.isNaN(bits) || !isRsa ? null : bits < 2048, 'medium'),
    ...(Number.isNaN(from) || Number.isNaN(to) || from <= to ? [] : [check('certificate dates', 'Certificate ends before it begins', true, 'medium', of)]),
  ]
}

const is = (value: string | undefined): boolean | null => (value === undefined ? null : value === '1')
const not = (value: boolean | null): boolean | null => (value === null ? null : !value)
const attributes = (node: XmlNode): string => Object.entries(node.at).map(([key, value]) => `${key}=${value}`).join(' ')

const checksOf = (node: XmlNode): TlsCheck[] => {
  const { at, name } = node
  const protocol = protocolOf(at.sslversion ?? null) ?? at.sslversion ?? ''
  const suite = at.cipher ?? ''
  switch (name) {
    case 'protocol': return [protocolCheck(protocolOf(`${at.type ?? ''}${at.version ?? ''}`) ?? `${at.type ?? ''} ${at.version ?? ''}`, at.enabled === '1')]
    case 'fallback': return flaw('fallback', not(is(at.supported)))
    case 'renegotiation': return at.supported === '1' ? flaw('insecureRenegotiation', not(is(at.secure)), attributes(node)) : flaw('insecureRenegotiation', false, attributes(node))
    case 'compression': return flaw('compression', is(at.supported))
    case 'heartbleed': return flaw('heartbleed', is(at.vulnerable), protocol)
    case 'certificate': return certificateChecks(node)
    case 'cipher': {
      if (at.status === 'rejected' || at.status === 'failed') return []
      const severity = strengths[at.strength?.toLowerCase() ?? ''] ?? suiteSeverity(suite)
      return [check(`cipher ${suite}`, `${protocol} ${suite} is accepted`, severity !== 'none', severity, attributes(node))]
    }
    default: return [check(`${name} ${at.name ?? ''}`, `${protocol} ${name.replaceAll('-', ' ')} ${at.name ?? ''}`, null, 'none', attributes(node))]
  }
}

/** sslscan, XML: one finding for each protocol, cipher and check of each server; `passed` where it is good. https://github.com/rbsec/sslscan */
export const reader: XmlReader = {
  id: 'sslscan',
  name: 'sslscan',
  kind: 'xml',
  detect: (head) => head.root === 'document' && /\bSSLScan\b/i.test(head.rootTag),
  shape: {
    records: ['protocol', 'fallback', 'renegotiation', 'compression', 'heartbleed', 'cipher', 'group', 'connection-signature-algorithm']
      .map((name) => `ssltest/${name}`).concat('certificate', 'error'),
    context: [],
  },
  read: ({ node, above, line }) => {
    const test = above.findLast((one) => one.name === 'ssltest')?.at ?? {}
    const host = hostOf(test.host, test.sniname)
    const record = `line ${line}`
    const rest = { host, service: { port: Number(test.port ?? Number.NaN), protocol: 'tcp' }, record }
    if (node.name === 'error') return [tlsDraft(check('connectivity', 'Server could not be scanned', null, 'none', node.text), rest)]
    return checksOf(node).map((one) => tlsDraft(one, rest))
  },
}
