import type { Host } from '@heng/engine-scanners'
import { normalise } from '../identifier/normalise.ts'
import type { Identifier } from '../identifier/normalise.ts'

const localName = /^localhost(?:\.|$)|\.localhost$|\.in-addr\.arpa$|\.ip6\.arpa$/
const hostName = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/u
const address = /^\d{1,3}(?:\.\d{1,3}){3}$|:/
const mac = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/

// Every machine has these; they recognise none.
const unspecific = (ip: string): boolean => /^(?:127\.|169\.254\.|0\.|22[4-9]\.|23\d\.|::1$|::$|fe[89ab][0-9a-f]:|ff[0-9a-f]{2}:)/.test(ip)
const realMac = (value: string): boolean => mac.test(value) && value !== '00:00:00:00:00:00' && value !== 'ff:ff:ff:ff:ff:ff'

/** A full name also tells the short one; letters beyond ASCII are kept as their ASCII form (RFC 5890). */
const nameIdentifier = (name: string): Identifier[] => {
  const value = ascii(normalise({ kind: 'fqdn', value: name }).value)
  if (value === null || localName.test(value) || address.test(value) || !hostName.test(value) || value.length > 253) return []
  const [label = ''] = value.split('.')
  return value.includes('.') ? [{ kind: 'fqdn', value }, { kind: 'hostname', value: label }] : [{ kind: 'hostname', value }]
}

const ascii = (value: string): string | null => {
  if (/^[\x21-\x7e]*$/.test(value)) return value
  const url = URL.parse(`http://${value}/`)
  return url === null ? null : url.hostname
}

/**
 * What recognises a scanned host: MAC address, full and short host name, addresses. What every machine has (loopback,
 * link-local, `localhost`) and what is no name is left out.
 */
export const identifiersOf = (host: Pick<Host, 'addresses' | 'hostnames'>): Identifier[] => {
  const found = [
    ...host.addresses.flatMap(({ type, value }): Identifier[] => {
      const one = normalise({ kind: type === 'mac' ? 'mac' : 'ip', value })
      if (one.kind === 'mac') return realMac(one.value) ? [one] : []
      return unspecific(one.value) || !address.test(one.value) ? [] : [one]
    }),
    ...host.hostnames.flatMap(({ name }) => nameIdentifier(name)),
  ]
  return [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()]
}
