import type { Draft } from './draft.ts'
import type { FoundHost, ReportedCvss, Stance } from './finding.ts'
import type { Field } from './generalFields.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { isAddress } from './network.ts'
import { addressOf, hostNamed, sameHost } from './web.ts'

/** The texts under the names of a field, in order, each with the name that it stands under. */
export type Cells = (field: Field) => readonly (readonly [name: string, text: string])[]

const stances: readonly (readonly [Stance, RegExp])[] = [
  ['not-affected', /^(?:not[ _-]?affected|not[ _-]?vulnerable|不受影响|未受影响)$/i],
  ['false-positive', /^(?:false[ _-]?positive|误报|已误报)$/i],
  ['accepted', /^(?:(?:risk[ _-]?)?accepted|accepted[ _-]?risk|wont[ _-]?fix|won't fix|接受|已接受|接受风险|风险接受|已接受风险)$/i],
  ['suppressed', /^(?:suppressed|ignored|excluded|muted|忽略|已忽略|白名单|加白|已加白)$/i],
  ['fixed', /^(?:fixed|closed|resolved|remediated|mitigated|patched|修复|已修复|已整改|已关闭|已解决|已处理|已处置|已完成|整改完成)$/i],
  ['passed', /^(?:pass|passed|compliant|通过|合规|符合|正常)$/i],
]
/** What a word for a state says; null where it says nothing of these. */
export const stanceOfWord = (word: string | null | undefined): Stance | null => stances.find(([, words]) => words.test(word?.trim() ?? ''))?.[0] ?? null

const scoreOrVector = (name: string, text: string): { version?: ReportedCvss['version']; vector?: string; score?: string } => {
  const found = /v?([234])(?:\.?([01]))?/i.exec(name.replace(/^\D*?cvss/i, ''))
  const version = found === null ? null : found[1] === '2' ? '2.0' as const : found[1] === '4' ? '4.0' as const : found[2] === '0' ? '3.0' as const : '3.1' as const
  const isVector = /AV:/i.test(text)
  const prefixed = text.startsWith('CVSS:')
  return { ...(version === null || (isVector && prefixed) ? {} : { version }), ...(isVector ? { vector: text } : { score: text }) }
}

type Cvss = ReturnType<typeof scoreOrVector>
const versionOf = ({ version, vector }: Cvss): string | undefined => version ?? /^CVSS:([\d.]+)/.exec(vector ?? '')?.[1]
/** A score beside the vector of its version is that vector's. */
const paired = (all: readonly Cvss[]): Cvss[] => {
  const scores = all.filter((c) => c.vector === undefined)
  const taken = new Set<Cvss>()
  const whole = all.filter((c) => c.vector !== undefined).map((one) => {
    const score = scores.find((s) => !taken.has(s) && (versionOf(s)?.[0] === versionOf(one)?.[0] || versionOf(s) === undefined))
    if (score !== undefined) taken.add(score)
    return score === undefined ? one : { ...one, score: score.score! }
  })
  return [...whole, ...scores.filter((s) => !taken.has(s))]
}

/** `192.0.2.1; 192.0.2.2` is two places, `Server A, second floor` is one. */
const placesOf = (text: string): string[] => {
  const parts = text.split(/[\s,;、，；]+/).filter((t) => t !== '')
  return parts.length > 1 && parts.every((part) => isAddress(part)) ? parts : [text]
}
/** `443`, `443/tcp`, `tcp/443`, `80,443`. */
const servicesOf = (text: string | undefined): { port: number | null; protocol: string | null }[] => {
  const found = [...(text ?? '').matchAll(/(?:\b(tcp|udp|sctp)\s?[/:]\s?)?(?<![\d.])(\d{1,5})(?![\d.])(?:\s?[/(]\s?(tcp|udp|sctp)\b)?/gi)].slice(0, 1_000)
  return found.length === 0 ? [{ port: null, protocol: null }] : found.map(([, before, port, after]) => ({ port: Number(port), protocol: before ?? after ?? null }))
}

const hostsOf = (cells: Cells): (Partial<FoundHost> | null)[] => {
  const told = cells('host').map(([, text]) => placesOf(text))
  const several = told.find((places) => places.length > 1)
  const hostAt = (place: string) => (isAddress(place) ? { ips: [place] } : (addressOf(place).host ?? hostNamed(place) ?? { name: place }))
  const one = told.filter((places) => places.length === 1).map(([place]) => hostAt(place!))
  const around = { macs: cells('mac').map(([, text]) => text), os: cells('os')[0]?.[1] ?? null }
  const of = (host: Partial<FoundHost> | null) => (host === null && around.macs.length === 0 ? null : { ...host, ...around })
  return several === undefined ? [of(sameHost(...one))] : several.map((place) => of(sameHost({ ips: [place] }, ...one)))
}

/** What a row or object says by names that are commonly understood: one finding for each host and port that it names. */
export const draftsOf = (cells: Cells, record: string, more: Partial<Draft> = {}): Draft[] => {
  const first = (field: Field): string | undefined => cells(field)[0]?.[1]
  const all = (field: Field): string[] => cells(field).map(([, text]) => text)
  const title = first('title') ?? first('name')
  if (title === undefined && first('cve') === undefined) return []
  const url = first('url')
  const place = addressOf(url)
  const hosts = hostsOf(cells)
  const services = servicesOf(first('port'))
  const line = Number(first('line'))
  const file = first('file')
  const component = first('component')
  return hosts.flatMap((host) => services.map(({ port, protocol }) => ({
    rule: first('rule'), title: title ?? first('cve'), description: [...all('description'), ...all('impact')].join('\n\n'), solution: first('solution'),
    references: all('references').flatMap((text) => text.split(/[\s,;，；]+(?=https?:)|\n/)),
    identifiers: joined(
      identifiersIn(...all('cve'), ...all('identifier'), first('rule'), title, ...all('references')),
      { cwe: all('cwe').flatMap((text) => text.split(/[\s,;、，；|]+(?=CWE|\d)/i).flatMap(cweOf)), cve: identifiersIn(...all('description')).cve },
    ),
    cvss: paired(cells('cvss').map(([name, text]) => scoreOrVector(name, text))),
    severity: first('severity'), stance: stanceOfWord(first('status')) ?? 'open',
    host: host ?? place.host ?? null,
    service: port === null && first('service') === undefined && first('protocol') === undefined ? place.service ?? null
      : { port, protocol: protocol ?? first('protocol') ?? null, name: first('service') ?? null },
    url: place.url ?? (url !== undefined && /^\/|[/?]/.test(url) ? url : null),
    component: component === undefined ? null : { name: component, version: first('version'), fixedIn: first('fixedIn') },
    place: file === undefined ? null : { file, line: Number.isInteger(line) && line > 0 ? line : null },
    evidence: all('evidence').join('\n\n'), firstSeen: first('firstSeen'), lastSeen: first('lastSeen'), record, ...more,
  } satisfies Draft)))
}
