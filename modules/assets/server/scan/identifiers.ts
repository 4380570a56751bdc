import type { Host } from '@heng/engine-scanners'
import { normalise, type Identifier } from '../identifier/normalise.ts'
import { realAddress, realMac, realName } from '../identifier/valid.ts'

/** A full name also tells the short one. */
const nameIdentifier = (name: string): Identifier[] => {
  const value = realName(name)
  if (value === null) return []
  const [label = ''] = value.split('.')
  return value.includes('.') ? [{ kind: 'fqdn', value }, { kind: 'hostname', value: label }] : [{ kind: 'hostname', value }]
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
      return realAddress(one.value) ? [one] : []
    }),
    ...host.hostnames.flatMap(({ name }) => nameIdentifier(name)),
  ]
  return [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()]
}
