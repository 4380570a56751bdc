import type { Random } from '../plant/random.ts'
import type { Texts } from './texts.ts'
import { tell, type Make } from './write.ts'

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string): string => text.replace(/[<>&"']/g, (c) => entities[c]!)
const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>\n`

/** One check, whose words are the same on every host: what stands before and after its output, and its CVEs. */
interface Check {
  readonly tag: string
  readonly before: string
  readonly after: string
  readonly cves: readonly string[]
}

const families = ['CGI abuses', 'Windows : Microsoft Bulletins', 'Service detection', 'Ubuntu Local Security Checks', 'General', 'Databases', 'Web Servers']
const levels = ['None', 'Low', 'Medium', 'High', 'Critical']

/** Two checks of three tell what is there and have no CVE, the others have up to a dozen. */
const checkOf = (id: number, random: Random, texts: Texts): Check => {
  const severity = random.chance(2 / 3) ? 0 : random.integer(1, 4)
  const cves = severity === 0 ? [] : [...new Set(Array.from({ length: random.chance(0.2) ? random.integer(3, 12) : random.integer(1, 2) }, texts.cve))]
  const name = escaped(`${texts.sentence().slice(4, 44)} < ${random.integer(1, 19)}.${random.integer(0, 30)} 'Multiple' & Others`)
  const flaw = severity === 0 ? '' : [
    ...cves.map((cve) => element('cve', cve)), element('cvss3_base_score', texts.score()), element('cvss3_temporal_score', texts.score()), element('cvss3_vector', texts.vector3()),
    element('cvss_base_score', texts.score()), element('cvss_score_source', cves[0]!), element('cvss_vector', `CVSS2#${texts.vector2()}`), element('cwe',
      String(random.integer(20, 900))),
    element('exploit_available', 'true'), element('exploitability_ease', 'Exploits are available'), element('patch_publication_date', texts.day()), element('vpr_score',
      texts.score()),
    element('vuln_publication_date', texts.day()), element('bid', String(random.integer(10_000, 99_999))), element('xref', `CISA-KNOWN-EXPLOITED:${texts.day()}`),
      element('xref', `IAVA:2031-A-0${random.integer(100, 999)}`),
  ].join('')
  return {
    cves,
    tag: `svc_name="${random.pick(['www', 'cifs', 'ssh', 'general', 'msrdp'])}" protocol="${random.pick(['tcp', 'udp'])}" severity="${severity}" pluginID="${id}" pluginName="${name}" pluginFamily="${random.pick(families)}">\n`,
    before: [
      element('agent', 'all'), flaw, element('description', texts.sentences(2, severity === 0 ? 4 : 12, '\n\n')), element('fname', `check_${id}.nasl`),
        element('plugin_modification_date', texts.day()),
      `<plugin_name>${name}</plugin_name>\n`, element('plugin_publication_date', texts.day()), element('plugin_type', 'combined'), element('risk_factor', levels[severity]!),
    ].join(''),
    after: [
      element('script_version', `1.${random.integer(1, 90)}`), element('see_also', `https://www.example.org/advisory?id=${id}&lang=en\nhttp://www.nessus.org/u?${texts.hex(8)}`),
      element('solution', texts.sentences(1, 2)), element('synopsis', texts.sentence()), '</ReportItem>\n',
    ].join(''),
  }
}

/** What a check saw: versions, keys of certificates, pages; on some hosts not in English. Entities are as dense as in the densest of real reports, five for every thousand
 * characters of the whole. */
const outputOf = (random: Random, texts: Texts, isForeign: boolean): string => {
  const line = (): string =>
    random.chance(0.1) ? `  <meta name='generator' content="Example ${random.integer(1, 19)}"> & others`
      : random.chance(0.2) ? `  cpe:/a:example:product:${random.integer(1, 19)}.${random.integer(0, 30)} -> Example Product on ${texts.ip()}`
        : random.chance(0.5) ? `  Fixed version     : ${random.integer(1, 19)}.${random.integer(0, 30)}.${random.integer(0, 9)}` : `            ${texts.hex(20)} ${texts.hex(20)} ${texts.hex(20)}`
  const lines = Array.from({ length: random.chance(0.1) ? random.integer(10, 60) : random.integer(1, 8) }, line)
  return element('plugin_output', `\n${[...lines, ...(isForeign ? [`  ${texts.remark()}`] : [])].join('\n')}\n`)
}

function* host(random: Random, texts: Texts, checks: readonly Check[]): Generator<string> {
  const ip = texts.ip()
  const tag = (name: string, value: string): string => `<tag name="${name}">${escaped(value)}</tag>\n`
  const cpes = Array.from({ length: random.integer(3, 20) }, (_, i) => tag(`cpe-${i}`,
    `cpe:/a:example:product_${i}:${random.integer(1, 19)}.${random.integer(0, 30)} -> Example "Product" ${i}`))
  const patches = Array.from({ length: random.integer(2, 12) }, () => {
    const id = texts.hex(32)
    return tag(`patch-summary-txt-${id}`, texts.sentence()) + tag(`patch-summary-cves-${id}`, `${texts.cve()}, ${texts.cve()}`) + tag(`patch-summary-cve-num-${id}`, '2')
  })
  yield `<ReportHost name="${ip}"><HostProperties>\n${[
    tag('HOST_END_TIMESTAMP', '1925374200'), tag('HOST_END', 'Tue Jan  5 10:30:00 2031'), ...patches, ...cpes, tag('Credentialed_Scan', 'true'), tag('system-type',
      'general-purpose'),
    tag('operating-system', random.pick(['Linux Kernel 6.8 on Ubuntu 24.04', 'Microsoft Windows Server 2022 Standard'])), tag('mac-address',
      '00:16:3E:2A:11:07\n00:16:3E:2A:11:08'), tag('host-fqdn', `host-${texts.hex(6)}.example.org`),
    tag('netbios-name', `SRV-${texts.hex(5)}`), tag('host-uuid', texts.hex(32)), tag('host-ip', ip), tag('HOST_START_TIMESTAMP', '1925373600'), tag('HOST_START',
      'Tue Jan  5 10:20:00 2031'),
  ].join('')}</HostProperties>\n`
  const isForeign = random.chance(0.1)
  for (const check of checks) yield `<ReportItem port="${random.pick([0, 22, 80, 443, 445, 3389, 8443])}" ${check.tag}${check.before}${outputOf(random, texts, isForeign)}${check.after}`
  yield '</ReportHost>\n'
}

/** A scan of several hundred hosts by Nessus with credentials: a policy with its preferences, then each host with some hundred items of 3,000 checks. */
export const nessus: Make = function* (random, texts, told, isFull) {
  const checks = Array.from({ length: 3_000 }, (_, i) => checkOf(10_000 + i, random, texts))
  yield '<?xml version="1.0" ?>\n<NessusClientData_v2>\n<Policy><policyName>Internal</policyName><Preferences><ServerPreferences>\n'
  for (let i = 0; i < 3_000; i++) yield `<preference>${element('name', `option_${i}`)}${element('value', texts.sentence())}</preference>\n`
  yield '</ServerPreferences></Preferences></Policy>\n<Report name="Internal" xmlns:cm="http://www.nessus.org/cm">\n'
  while (!isFull()) {
    const some = Array.from({ length: random.integer(60, 360) }, () => random.pick(checks))
    for (const { cves } of some) tell(told, cves)
    yield* host(random, texts, some)
  }
  yield '</Report>\n</NessusClientData_v2>\n'
}
