import { isIP } from 'node:net'
import { normalise, type Identifier, type IdentifierKind } from './normalise.ts'

const localName = /^localhost(?:\.|$)|\.localhost$|\.in-addr\.arpa$|\.ip6\.arpa$/
const hostName = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/u
const mac = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/
const writtenMac = /^[0-9a-f]{2}(?:[:-]?[0-9a-f]{2}){5}$|^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i

// Every machine has these; they recognise none.
const unspecific = (ip: string): boolean => /^(?:127\.|169\.254\.|0\.|22[4-9]\.|23\d\.|::1$|::$|fe[89ab][0-9a-f]:|ff[0-9a-f]{2}:)/.test(ip)

export const realMac = (value: string): boolean => mac.test(value) && value !== '00:00:00:00:00:00' && value !== 'ff:ff:ff:ff:ff:ff'
export const realAddress = (value: string): boolean => isIP(value) !== 0 && !unspecific(value)

const ascii = (value: string): string | null => {
  if (/^[\x21-\x7e]*$/.test(value)) return value
  const url = URL.parse(`http://${value}/`)
  return url === null ? null : url.hostname
}

/** A host name as it is compared, with letters beyond ASCII in their ASCII form (RFC 5890); null for what is no name of one host. */
export const realName = (name: string): string | null => {
  const value = ascii(normalise({ kind: 'fqdn', value: name }).value)
  return value === null || localName.test(value) || isIP(value) !== 0 || !hostName.test(value) || value.length > 253 ? null : value
}

const longest = 300

/** The one spelling of an identifier as somebody wrote it; null when it is none of its kind or one that every machine has. */
export const readIdentifier = (kind: IdentifierKind, text: string): string | null => {
  const { value } = normalise({ kind, value: text } satisfies Identifier)
  switch (kind) {
    case 'mac':
      return writtenMac.test(text.trim()) && realMac(value) ? value : null
    case 'ip':
      return realAddress(value) ? value : null
    case 'fqdn': {
      const name = realName(value)
      return name?.includes('.') === true ? name : null
    }
    case 'hostname':
      return realName(value)
    default:
      return value === '' || value.length > longest || /\p{Cc}/u.test(value) ? null : value
  }
}
