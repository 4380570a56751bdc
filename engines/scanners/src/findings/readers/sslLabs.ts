import type { Json } from '../../input/jsonRecords.ts'
import type { Severity } from '../finding.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { check, flaw, protocolCheck, suiteSeverity, tlsDraft, type Flaw, type TlsCheck } from '../tls.ts'

const yes = (value: Json, key: string): boolean | null => {
  const found = at(value, key)
  return typeof found === 'boolean' ? found : null
}
const not = (is: boolean | null): boolean | null => (is === null ? null : !is)
/** Above 1 a flaw is there; 1 is good; 0 and less are not known. */
const rated = (details: Json, key: string): boolean | null => {
  const found = number(details, key)
  return found === null || found < 1 ? null : found > 1
}
const bit = (value: Json, key: string, mask: number): boolean | null => {
  const found = number(value, key)
  return found === null ? null : (found & mask) !== 0
}

const grades: Readonly<Record<string, Severity>> = { A: 'none', B: 'low', C: 'medium' }
const gradeSeverity = (grade: string): Severity => grades[grade[0] ?? ''] ?? 'high'

const flawsOf = (d: Json): TlsCheck[] => {
  const told = (name: Flaw, isBad: boolean | null, ...keys: string[]): TlsCheck[] => flaw(name, isBad, keys.map((key) => `${key}: ${text(d, key) ?? ''}`).join('\n'))
  return [
    ...told('heartbleed', yes(d, 'heartbleed'), 'heartbleed'), ...told('ccs', rated(d, 'openSslCcs'), 'openSslCcs'), ...told('luckyMinus20', rated(d, 'openSSLLuckyMinus20'), 'openSSLLuckyMinus20'),
    ...told('ticketbleed', rated(d, 'ticketbleed'), 'ticketbleed'), ...told('robot', rated(d, 'bleichenbacher'), 'bleichenbacher'), ...told('poodle', yes(d, 'poodle'), 'poodle'),
    ...told('poodleTls', rated(d, 'poodleTls'), 'poodleTls'), ...told('zombiePoodle', rated(d, 'zombiePoodle'), 'zombiePoodle'), ...told('goldenDoodle', rated(d, 'goldenDoodle'), 'goldenDoodle'),
    ...told('zeroLength', rated(d, 'zeroLengthPaddingOracle'), 'zeroLengthPaddingOracle'), ...told('sleepingPoodle', rated(d, 'sleepingPoodle'), 'sleepingPoodle'),
    ...told('freak', yes(d, 'freak'), 'freak'), ...told('logjam', yes(d, 'logjam'), 'logjam'), ...told('beast', yes(d, 'vulnBeast'), 'vulnBeast'),
      ...told('drown', yes(d, 'drownVulnerable'), 'drownVulnerable'),
    ...told('rc4', yes(d, 'supportsRc4'), 'supportsRc4', 'rc4WithModern', 'rc4Only'), ...told('fallback', not(yes(d, 'fallbackScsv')), 'fallbackScsv'),
      ...told('compression', bit(d, 'compressionMethods', 1), 'compressionMethods'),
    ...told('forwardSecrecy', not(bit(d, 'forwardSecrecy', 6)), 'forwardSecrecy'), ...told('insecureRenegotiation', bit(d, 'renegSupport', 1), 'renegSupport'),
    ...told('clientRenegotiation', bit(d, 'renegSupport', 4), 'renegSupport'), ...told('dhPrimes', bit(d, 'dhUsesKnownPrimes', 2), 'dhUsesKnownPrimes'),
    ...told('dhReuse', yes(d, 'dhYsReuse') ?? yes(d, 'ecdhParameterReuse'), 'dhYsReuse', 'ecdhParameterReuse'),
      ...told('earlyData', (number(d, 'zeroRTTEnabled') ?? -1) < 0 ? null : number(d, 'zeroRTTEnabled') === 1, 'zeroRTTEnabled'),
    ...flaw('hsts', text(d, 'hstsPolicy', 'status') === null ? null : text(d, 'hstsPolicy', 'status') !== 'present', text(d, 'hstsPolicy', 'header')),
  ]
}

/** `q`: 0 is insecure, 1 weak. */
const suiteChecks = (details: Json): TlsCheck[] => {
  const versions = new Map(list(details, 'protocols').map((p) => [number(p, 'id'), `${text(p, 'name') ?? ''} ${text(p, 'version') ?? ''}`]))
  const protocols = list(details, 'protocols').map((p) => {
    const known = protocolCheck(`${text(p, 'name') ?? ''} ${text(p, 'version') ?? ''}`, true)
    return number(p, 'q') === 0 && known.isBad !== true ? { ...known, isBad: true, severity: 'medium' as const } : known
  })
  const suites = list(details, 'suites').flatMap((group) => list(group, 'list').map((suite) => {
    const name = text(suite, 'name') ?? ''
    const q = number(suite, 'q')
    const severity = q === 0 ? 'high' : q === 1 ? 'low' : suiteSeverity(name) === 'high' ? 'high' : 'none'
    return check(`cipher ${name}`, `${versions.get(number(group, 'protocol')) ?? ''} ${name} is accepted`.trim(), severity !== 'none', severity, `strength ${text(suite, 'cipherStrength') ?? ''}`)
  }))
  return [...protocols, ...suites]
}

const issues = ['no chain of trust', 'not valid yet', 'expired', 'for another host name', 'revoked', 'bad common name', 'self-signed', 'on a deny list', 'insecure signature', 'insecure key'] as const

const certificateChecks = (certificate: Json): TlsCheck[] => {
  const bits = number(certificate, 'issues')
  const found = issues.filter((_, i) => ((bits ?? 0) & (1 << i)) !== 0)
  const revoked = number(certificate, 'revocationStatus') === 1 && !found.includes('revoked') ? ['revoked' as const] : []
  const debian = at(certificate, 'keyKnownDebianInsecure') === true ? ['insecure key' as const] : []
  const all = [...found, ...revoked, ...debian]
  const of = [text(certificate, 'subject') ?? text(certificate, 'label'), text(certificate, 'serialNumber'), texts(certificate, 'altNames').join(' '),
    text(certificate, 'issuerSubject'), text(certificate, 'sha256Hash') ?? text(certificate, 'sha1Hash')]
  const evidence = of.filter((t) => t !== null && t !== '').join('\n')
  return all.length === 0 ? [check('certificate', 'Certificate without issues', bits === null ? null : false, 'none', evidence)]
    : all.map((issue) => check(`certificate ${issue}`, `Certificate: ${issue}`, true, 'medium', evidence))
}

/**
 * Qualys SSL Labs, JSON of its API and of `ssllabs-scan`, one host or a list: for each endpoint its grade, and each flaw, protocol, cipher suite and certificate; `passed`
 * where it is good. https://github.com/ssllabs/ssllabs-scan/blob/master/ssllabs-api-docs-v3.md
 */
export const reader: JsonReader = {
  id: 'sslLabs',
  name: 'SSL Labs',
  kind: 'json',
  detect: (head) => [head.keys, head.itemKeys].some((keys) => keys.has('endpoints') && (keys.has('criteriaVersion') || keys.has('engineVersion'))),
  paths: [['endpoints', '*'], ['certs', '*'], ['*', 'endpoints', '*'], ['*', 'certs', '*']],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const tested = path < 2 ? context : at(context, keys[0]!)
    const name = text(tested, 'host')
    const ip = text(value, 'ipAddress')
    const common = {
      host: { name, fqdns: [name, text(value, 'serverName')].filter((n) => n !== null), ips: path % 2 === 0 && ip !== null ? [ip] : [] },
      service: { port: number(tested, 'port'), protocol: 'tcp', name: text(tested, 'protocol') },
      firstSeen: number(tested, 'startTime'), lastSeen: number(tested, 'testTime'), record: pointer(keys),
    }
    if (path % 2 === 1) return certificateChecks(value).map((one) => tlsDraft(one, common))
    const grade = text(value, 'grade')
    const status = text(value, 'statusMessage') ?? ''
    const without = text(value, 'gradeTrustIgnored')
    const graded = grade === null ? check('grade', `No grade: ${status}`, null, 'none', text(value, 'statusDetailsMessage'))
      : check('grade', `TLS is graded ${grade}`, gradeSeverity(grade) !== 'none', gradeSeverity(grade),
      [`gradeTrustIgnored: ${without ?? ''}`, `hasWarnings: ${text(value, 'hasWarnings') ?? ''}`, `serverSignature: ${text(value, 'details', 'serverSignature') ?? ''}`].join('\n'))
    const details = at(value, 'details')
    const suites = at(details, 'suites')
    const listed = Array.isArray(suites) || suites === null ? details : { ...(details as { [key: string]: Json }), suites: [suites] }
    return [{ ...tlsDraft(graded, common), severity: grade }, ...[...suiteChecks(listed), ...flawsOf(details)].map((one) => tlsDraft(one, common))]
  },
}
