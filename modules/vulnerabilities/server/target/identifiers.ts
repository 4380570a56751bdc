import { normaliseIdentifier, readIdentifier, type Identifier } from '@heng/assets/reads'
import type { Finding, FoundHost } from '@heng/engine-scanners'
import { isIP } from 'node:net'

const read = (kind: Identifier['kind'], text: string | null): Identifier[] => {
  const value = text === null ? null : readIdentifier(kind, text)
  return value === null ? [] : [normaliseIdentifier({ kind, value })]
}
/** A full name also tells the short one. */
const named = (name: string | null): Identifier[] => {
  if (name === null) return []
  const full = read('fqdn', name)
  return full.length > 0 ? [...full, ...read('hostname', full[0]!.value.split('.')[0]!)] : read('hostname', name)
}

/** What recognises a host of a finding; what every machine has and what is no name of one host is left out. */
export const identifiersOf = (host: FoundHost): Identifier[] => {
  const found = [
    ...read('cloudId', host.cloudId), ...read('hostUuid', host.uuid), ...host.macs.flatMap((mac) => read('mac', mac)), ...host.fqdns.flatMap(named), ...named(host.netbios),
    ...(host.name !== null && isIP(host.name) === 0 ? named(host.name) : read('ip', host.name)), ...host.ips.flatMap((ip) => read('ip', ip)),
  ]
  return [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()]
}

/** The host that an address of the web names, where the report tells no other. */
const hostOfUrl = (url: string | null): Identifier[] => {
  const name = url === null ? undefined : URL.parse(url)?.hostname
  if (name === undefined || name === '') return []
  const bare = name.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? named(bare) : read('ip', bare)
}

export const identifiersOfFinding = ({ host, url }: Pick<Finding, 'host' | 'url'>): Identifier[] => {
  const own = host === null ? [] : identifiersOf(host)
  return own.length > 0 ? own : hostOfUrl(url)
}

const nameKinds = ['fqdn', 'hostname', 'cloudId', 'ip', 'mac', 'hostUuid'] as const
/** What a host is called in lists. */
export const nameOf = (identifiers: readonly Identifier[]): string =>
  nameKinds.flatMap((kind) => identifiers.filter((one) => one.kind === kind))[0]?.value ?? identifiers[0]?.value ?? ''
