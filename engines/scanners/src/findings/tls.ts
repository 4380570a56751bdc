import type { Draft } from './draft.ts'
import type { Severity } from './finding.ts'

// Checks that scanners of TLS make, where the tool tells facts and neither a name nor a severity.

/** One thing that was looked at: bad, good (`passed`), or told for information (null). */
export interface TlsCheck {
  readonly rule: string
  readonly title: string
  readonly isBad: boolean | null
  /** Where it is bad. */
  readonly severity: Severity
  readonly cve?: readonly string[]
  readonly evidence?: string | null
}

/** Flaws of TLS that bear a name; the CVE where the name means exactly one. */
const flaws = {
  heartbleed: { title: 'Heartbleed: memory of the OpenSSL server can be read', severity: 'critical', cve: ['CVE-2014-0160'] },
  ccs: { title: 'OpenSSL CCS injection', severity: 'high', cve: ['CVE-2014-0224'] },
  robot: { title: 'ROBOT: Bleichenbacher oracle in RSA key exchange', severity: 'high', cve: [] },
  insecureRenegotiation: { title: 'Insecure renegotiation', severity: 'medium', cve: ['CVE-2009-3555'] },
  clientRenegotiation: { title: 'Renegotiation by clients is accepted (denial of service)', severity: 'medium', cve: [] },
  compression: { title: 'TLS compression (CRIME)', severity: 'medium', cve: ['CVE-2012-4929'] },
  fallback: { title: 'TLS_FALLBACK_SCSV is not supported', severity: 'low', cve: [] },
  earlyData: { title: 'TLS 1.3 early data is accepted (replay)', severity: 'low', cve: [] },
  masterSecret: { title: 'Extended master secret is not supported', severity: 'low', cve: [] },
  hsts: { title: 'HTTP Strict Transport Security is not set', severity: 'low', cve: [] },
  poodle: { title: 'POODLE: padding oracle in SSL 3.0', severity: 'medium', cve: ['CVE-2014-3566'] },
  poodleTls: { title: 'POODLE against TLS', severity: 'medium', cve: ['CVE-2014-8730'] },
  freak: { title: 'FREAK: export RSA keys', severity: 'medium', cve: ['CVE-2015-0204'] },
  logjam: { title: 'Logjam: export Diffie-Hellman', severity: 'medium', cve: ['CVE-2015-4000'] },
  beast: { title: 'BEAST: CBC in TLS 1.0', severity: 'low', cve: ['CVE-2011-3389'] },
  drown: { title: 'DROWN: keys shared with SSL 2.0', severity: 'high', cve: ['CVE-2016-0800'] },
  luckyMinus20: { title: 'OpenSSL padding oracle (LuckyMinus20)', severity: 'high', cve: ['CVE-2016-2107'] },
  ticketbleed: { title: 'Ticketbleed', severity: 'high', cve: ['CVE-2016-9244'] },
  zombiePoodle: { title: 'Zombie POODLE', severity: 'medium', cve: [] },
  goldenDoodle: { title: 'GOLDENDOODLE', severity: 'medium', cve: [] },
  zeroLength: { title: 'OpenSSL 0-length padding oracle', severity: 'medium', cve: ['CVE-2019-1559'] },
  sleepingPoodle: { title: 'Sleeping POODLE', severity: 'medium', cve: [] },
  rc4: { title: 'RC4 is supported', severity: 'medium', cve: [] },
  forwardSecrecy: { title: 'No forward secrecy with current browsers', severity: 'low', cve: [] },
  dhReuse: { title: 'Diffie-Hellman keys are used again', severity: 'low', cve: [] },
  dhPrimes: { title: 'Known weak Diffie-Hellman primes', severity: 'medium', cve: [] },
} as const satisfies Record<string, { title: string; severity: Severity; cve: readonly string[] }>

export type Flaw = keyof typeof flaws

/** A check for a flaw by its name; nothing where the report does not say whether it is there. */
export const flaw = (name: Flaw, isBad: boolean | null, evidence: string | null = null): TlsCheck[] => (isBad === null ? [] : [{ rule: name, ...flaws[name], isBad, evidence }])

/** A check that is the report's own. */
export const check = (rule: string, title: string, isBad: boolean | null, severity: Severity = 'none', evidence: string | null = null): TlsCheck => ({ rule, title, isBad, severity, evidence })

/** `ssl_2_0`, `SSLv2`, `tlsv1_1` and `TLS_1_1` as `SSL 2.0` and `TLS 1.1`; null for what is none. */
export const protocolOf = (name: string | null): string | null => {
  const found = /^(ssl|tls)[ _]?v?[ _]?(\d)(?:[._](\d))?/i.exec(name ?? '')
  return found === null ? null : `${found[1]!.toUpperCase()} ${found[2]}.${found[3] ?? '0'}`
}

const deprecated: Readonly<Record<string, Severity>> = { 'SSL 2.0': 'high', 'SSL 3.0': 'high', 'TLS 1.0': 'medium', 'TLS 1.1': 'medium' }

/** A version of the protocol, which RFC 8996 and those before it deprecate or not. */
export const protocolCheck = (protocol: string, isOffered: boolean, evidence: string | null = null): TlsCheck =>
  check(`protocol ${protocol}`, isOffered ? `${protocol} is offered` : `${protocol} is not offered`, isOffered && protocol in deprecated, deprecated[protocol] ?? 'none', evidence)

/** How bad a cipher suite is, by the name that IANA or OpenSSL gives it: RFC 9325, 4.1 and 4.2. */
export const suiteSeverity = (suite: string): Severity => {
  if (/NULL|anon|ADH|AECDH|EXP(?:ORT)?|RC[24]|(?:^|[_-])DES[_-]CBC(?!3)|DES40|MD5/i.test(suite) && !/^TLS_(?:AES|CHACHA20)/.test(suite)) return 'high'
  if (/3DES|DES[_-]CBC3|IDEA|SEED/i.test(suite)) return 'medium'
  return /^TLS_(?:AES|CHACHA20|AEGIS|SM4)_/.test(suite) || (/DHE/.test(suite) && /GCM|CCM|CHACHA20/.test(suite)) ? 'none' : 'low'
}

const worst = (all: readonly Severity[]): Severity => (['high', 'medium', 'low'] as const).find((s) => all.includes(s)) ?? 'none'

/** The suites of one version of the protocol: those that RFC 9325 does not recommend are named. */
export const suitesChecks = (protocol: string, suites: readonly string[]): TlsCheck[] => {
  const weak = suites.filter((suite) => suiteSeverity(suite) !== 'none')
  const offered = protocolCheck(protocol, suites.length > 0, suites.join('\n'))
  if (suites.length === 0 || offered.isBad === true) return [offered]
  return [weak.length === 0 ? offered : check(`ciphers ${protocol}`, `${protocol} is offered with cipher suites that are not recommended`, true, worst(weak.map(suiteSeverity)), weak.join('\n'))]
}

/** A check as a finding of this host. */
export const tlsDraft = ({ rule, title, isBad, severity, cve = [], evidence }: TlsCheck, rest: Omit<Draft, 'title' | 'rule' | 'evidence' | 'derived' | 'stance'>): Draft => ({
  ...rest, rule, title, evidence, identifiers: { cve: [...cve] }, derived: isBad === true ? severity : 'none', stance: isBad === false ? 'passed' : 'open',
})
