import { createHash } from 'node:crypto'
import type { Finding } from '../findings/finding.ts'

/** What kind of place a finding was recognised by. */
export type IdentityMethod = 'component' | 'code' | 'web' | 'network' | 'host'

export interface Identity {
  readonly method: IdentityMethod
  /** What the fingerprint is made of, in order: scanner, check, place. */
  readonly parts: readonly string[]
  /** From the SHA-256 of method and parts, as a UUID. */
  readonly fingerprint: string
}

/** Layouts of one tool's report are one tool: `nessus` and `nessusCsv`. */
const familyOf = (tool: string): string => tool.replace(/(?:Csv|Json|Xml|Html|Text|Txt|Table|List|Log|Lines|Xlsx|Sheet)+$/, '')

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
/** Numbers that a tool gives each single finding say nothing about the check. */
const isOneOff = (rule: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^[0-9a-f]{32,128}$/i.test(rule)

const checkOf = ({ rule, identifiers, title }: Finding): string => {
  if (rule !== null && !isOneOff(rule)) return rule
  const numbers = [...identifiers.cve, ...identifiers.other].toSorted()
  return numbers.length > 0 ? numbers.join(' ') : plain(title)
}

const pathOf = (file: string): string => file.replaceAll('\\', '/').replace(/^(?:file:\/\/)?(?:[a-z]:)?(?:\.?\/)+/i, '')

/** Version and qualifiers change with every update of a package that is as vulnerable as before. */
const packageOf = ({ purl, name }: NonNullable<Finding['component']>): string => (purl === null ? plain(name) : purl.replace(/[?#].*$/, '').replace(/@[^/@]*$/, ''))

/** Values of a query differ with every crawl; which parameters there are does not. */
const addressOf = (url: string): string => {
  const parsed = URL.parse(url)
  if (parsed === null) return url.replace(/[?#].*$/, '')
  const names = [...new Set(parsed.searchParams.keys())].toSorted()
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${names.length === 0 ? '' : `?${names.join('&')}`}`
}

/** A place in a file is known by the code there, which moves as a whole; without it by its line. */
const spotOf = ({ place, evidence }: Finding): string => (evidence === null ? `line ${place?.line ?? ''}` : plain(evidence))

const placeOf = (finding: Finding): readonly [IdentityMethod, ...string[]] => {
  const { component, place, url, service } = finding
  if (component !== null) return ['component', packageOf(component), pathOf(component.path ?? place?.file ?? '')]
  if (url !== null) return ['web', addressOf(url)]
  if (place !== null) return ['code', pathOf(place.file), spotOf(finding)]
  if (service !== null && service.port !== null && service.port > 0) return ['network', service.protocol ?? '', String(service.port)]
  return ['host']
}

/** A UUID of version 8 (RFC 9562 5.8): 122 bits of a digest. */
export const digestUuid = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * By what a finding is recognised in the next report of the same tool on the same host or application, which is not part of it. Neither
 * severity, description nor title belong to it where the tool numbers its checks: these change from one release of a tool to the next.
 *
 * - component: package without version, file that it was found in
 * - web: scheme, host, port, path and names of parameters, without their values
 * - code: file and the code found there, or the line where the report does not show it
 * - network: protocol and port
 * - host: nothing further
 */
export const identityOf = (finding: Finding): Identity => {
  const [method, ...place] = placeOf(finding)
  const parts = [familyOf(finding.tool), checkOf(finding), ...place]
  return { method, parts, fingerprint: digestUuid(JSON.stringify([method, ...parts])) }
}
