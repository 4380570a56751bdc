import type { Draft } from './draft.ts'
import { identifiersIn, joined } from './identifiers.ts'
import { addressOf, hostNamed, joinedUrl, labelled, linksIn, sameHost } from './web.ts'

export interface NiktoItem {
  readonly id: string | null
  readonly osvdb: string | null
  readonly method: string | null
  readonly message: string | null
  readonly path: string | null
  readonly references: string | null
  readonly link?: string | null
  readonly site?: string | null
  readonly name: string | null
  readonly ip: string | null
  readonly port: string | null
  readonly time?: string | null
  readonly record: string
}

/** An address that leads to a host: Nikto writes `http://:/` where it knows none. */
const usable = (url: string | null | undefined): string | null => (url != null && addressOf(url).host != null ? url : null)

/** An item of Nikto, which knows no severities. https://github.com/sullo/nikto/wiki/Export-Formats */
export const draftOfNikto = (item: NiktoItem): Draft => {
  const osvdb = (item.osvdb ?? '').replace(/^OSVDB-/i, '')
  const port = Number(item.port ?? Number.NaN)
  // JSON names no scheme: a port that tells none makes it a network-path reference (RFC 3986, 4.2).
  const authority = item.name ?? item.ip
  const origin = usable(item.site) ?? (authority === null ? null : port === 443 ? `https://${authority}` : port === 80 ? `http://${authority}` : `//${authority}${Number.isInteger(port) ? `:${port}` : ''}`)
  const url = usable(item.link) ?? joinedUrl(origin, item.path)
  const { service } = addressOf(url)
  const isIp = hostNamed(item.ip)?.ips !== undefined
  return {
    rule: item.id, title: item.message, references: linksIn(...(item.references ?? '').split(/,(?=https?:)/), item.message),
    identifiers: joined(identifiersIn(item.message, item.references), { other: /^[1-9]\d*$/.test(osvdb) ? [`OSVDB-${osvdb}`] : [] }),
    host: sameHost(hostNamed(item.name), isIp ? hostNamed(item.ip) : null),
    service: Number.isInteger(port) ? { port, protocol: 'tcp', name: item.site == null ? null : (service?.name ?? null) } : (service ?? null), url,
    evidence: labelled({ Method: item.method }), lastSeen: item.time ?? null, record: item.record,
  }
}
