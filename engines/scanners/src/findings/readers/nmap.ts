import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { Draft } from '../draft.ts'
import type { FoundComponent, FoundHost, FoundService } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { links, paragraphs } from '../network.ts'
import { child, childText, childTexts, children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

type Place = Pick<Draft, 'host' | 'service' | 'firstSeen' | 'lastSeen' | 'record'>
type Found = Omit<Draft, keyof Place>

const elem = (table: XmlNode, key: string): string | null => children(table, 'elem').find((one) => one.at.key === key)?.text.trim() ?? null
const table = (node: XmlNode, key: string): XmlNode | undefined => children(node, 'table').find((one) => one.at.key === key)
const elems = (node: XmlNode | undefined): string[] => childTexts(node, 'elem')

/** `cpe:/a:vendor:product:version` and `cpe:2.3:a:…` */
const componentOf = (cpe: string | undefined): (Partial<FoundComponent> & { name: string }) | null => {
  const found = /^cpe:(?:\/|2\.3:)[aho]:[^:]*:([^:]+)(?::([^:]+))?/.exec(cpe ?? '')
  return found === null ? null : { name: found[1]!, version: found[2] === '*' ? null : found[2] ?? null }
}

const oneOfVulners = (id: string, score: string | null, reference: string | null, cpe: string | undefined, isExploit: boolean): Found => ({
  rule: 'vulners', title: id, description: isExploit ? 'An exploit is known.' : null, identifiers: { ...identifiersIn(id), other: /^CVE-/i.test(id) ? [] : [id] },
  cvss: [{ score }], references: [reference], component: componentOf(cpe), evidence: cpe,
})

const riskIn = (output: string): string | null => /Risk factor: (\w+)/.exec(output)?.[1] ?? null

/** Script `vulners`: what is known of each part of software. Older versions tell it as text only. */
const vulners = (script: XmlNode): Found[] => {
  const told = children(script, 'table').flatMap((software) => children(software, 'table').flatMap((one) => {
    const [id, type] = [elem(one, 'id'), elem(one, 'type')]
    return id === null ? [] : [oneOfVulners(id, elem(one, 'cvss'), type === null ? null : `https://vulners.com/${type}/${id}`, software.at.key, elem(one, 'is_exploit') === 'true')]
  }))
  if (told.length > 0) return told
  let cpe: string | undefined
  return (script.at.output ?? '').split('\n').flatMap((line) => {
    const [id, score, reference, exploit] = line.trim().split(/\t+/)
    if (id?.startsWith('cpe:') === true) cpe = id.replace(/:$/, '')
    return id !== undefined && /^https?:/.test(reference ?? '') ? [oneOfVulners(id, score ?? null, reference!, cpe, /EXPLOIT/.test(exploit ?? ''))] : []
  })
}

/** What scripts tell by the library `vulns`: a table for each flaw, with its state. https://nmap.org/nsedoc/lib/vulns.html */
const vulns = (script: XmlNode): Found[] => {
  const several = children(script, 'table')
  return several.flatMap((one) => {
    const state = elem(one, 'state') ?? ''
    const [title, ids] = [elem(one, 'title'), elems(table(one, 'ids'))]
    const isNot = state.startsWith('NOT VULNERABLE')
    if (!isNot && !/VULNERABLE/.test(state)) return []
    const details = ['description', 'exploit_results', 'check_results', 'extra_info'].map((key) => elems(table(one, key)).join('\n'))
    return [{
      rule: script.at.id, title: title ?? one.at.key ?? script.at.id, description: paragraphs(details[0]), references: elems(table(one, 'refs')),
      identifiers: { ...identifiersIn(one.at.key, title, ...ids), other: ids.filter((id) => !/^C[VW]E\b/.test(id)).map((id) => id.replace(/^BID:(?=\d)/, 'BID-')) },
      cvss: elems(table(one, 'scores')).map((score) => ({ vector: /(?:CVSS:[\d.]{3}\/)?\bAV:[^()\s]+/.exec(score)?.[0] ?? null, score: /^\d{1,2}(?:\.\d)?/.exec(score)?.[0] ?? null })),
      severity: elem(one, 'risk_factor') ?? (isNot || several.length > 1 ? null : riskIn(script.at.output ?? '')), stance: isNot ? 'passed' as const : 'open' as const,
      evidence: paragraphs(`State: ${state}`, ...details.slice(1), isNot ? null : script.at.output),
    }]
  })
}

/** What a script reports of vulnerabilities; nothing where it only looked around. */
const reportedBy = (script: XmlNode): Found[] => {
  const [id, output] = [script.at.id ?? '', script.at.output ?? '']
  const found = id === 'vulners' ? vulners(script) : vulns(script)
  if (found.length > 0) return found
  const identifiers = identifiersIn(output)
  const isNot = /\bNOT VULNERABLE\b|\bnot vulnerable\b|^\s*false\s*$/.test(output)
  if (isNot || (identifiers.cve.length === 0 && !/^[ \t]*(?:State: )?(?:LIKELY )?VULNERABLE\b/m.test(output))) return []
  const title = /^[ \t]*VULNERABLE:[ \t]*\r?\n[ \t]*(\S.*)$/m.exec(output)?.[1]
  return [{ rule: id, title: title ?? id, identifiers, references: links(output), severity: riskIn(output), evidence: output }]
}

const hostOf = (open: XmlOpen | undefined): Partial<FoundHost> => {
  const addresses = (open?.kept ?? []).filter((node) => node.name === 'address')
  const of = (...types: string[]): string[] => addresses.filter((node) => types.includes(node.at.addrtype ?? 'ipv4')).map((node) => node.at.addr ?? '')
  return { name: addresses[0]?.at.addr ?? null, ips: of('ipv4', 'ipv6'), macs: of('mac'), fqdns: children(child(open, 'hostnames'), 'hostname').map((name) => name.at.name ?? '') }
}

/** Passwords that scripts guessed, by the library `creds`. https://nmap.org/nsedoc/lib/creds.html */
const passwordsOf = (node: XmlNode): string[] => node.children.flatMap((one) => (one.name === 'elem' ? (one.at.key === 'password' ? [one.text.trim()] : []) : passwordsOf(one)))

const openPort = (port: XmlNode, service: Partial<FoundService>, others: readonly XmlNode[]): Found => {
  const at = child(port, 'service')?.at ?? {}
  const guessed = others.flatMap(passwordsOf)
  const product = [at.product, at.version, at.extrainfo === undefined ? undefined : `(${at.extrainfo})`].filter((part) => part !== undefined && part !== '').join(' ')
  return {
    rule: 'open-port', title: [`Open port ${service.port ?? '?'}/${service.protocol ?? '?'}`, [service.name ?? '', product].filter((part) => part !== '').join(', ')]
      .filter((part) => part !== '').join(': '),
    severity: null, derived: 'none', ...(guessed.length === 0 ? {} : { secrets: guessed }),
    component: at.product === undefined ? componentOf(childText(child(port, 'service'), 'cpe') ?? undefined) : { name: at.product, version: at.version ?? null },
    evidence: paragraphs(...childTexts(child(port, 'service'), 'cpe'), ...others.map((script) => `${script.at.id ?? ''}: ${script.at.output ?? ''}`)),
  }
}

/**
 * nmap's XML, and that of tools which write the same (masscan): an informational finding for each open port with its service, and one for each vulnerability that a script reports.
 * https://nmap.org/book/nmap-dtd.html
 */
export const reader: XmlReader = {
  id: 'nmap',
  name: 'nmap',
  kind: 'xml',
  detect: (head) => head.root === 'nmaprun',
  shape: { records: ['ports/port', 'hostscript/script'], context: ['host/address', 'host/hostnames'] },
  read: ({ node, above, line }) => {
    const host = above.findLast((open) => open.name === 'host')
    const place = { host: hostOf(host), firstSeen: host?.at.starttime ?? above[0]?.at.start ?? null, lastSeen: host?.at.endtime ?? above[0]?.at.start ?? null, record: `line ${line}` }
    if (node.name === 'script') return reportedBy(node).map((found) => ({ ...found, ...place }))
    if (child(node, 'state')?.at.state !== 'open') return []
    const at = child(node, 'service')?.at
    const name = at?.name === undefined ? null : at.tunnel === 'ssl' ? `ssl/${at.name}` : at.name
    const service = { port: Number(node.at.portid ?? Number.NaN), protocol: node.at.protocol ?? null, name }
    const scripts = children(node, 'script').map((script) => ({ script, found: reportedBy(script) }))
    const others = scripts.filter(({ found }) => found.length === 0).map(({ script }) => script)
    return [openPort(node, service, others), ...scripts.flatMap(({ found }) => found)].map((found) => ({ ...found, ...place, service }))
  },
}
