import type { identifierKinds } from '../../contract/identity.ts'

export type IdentifierKind = (typeof identifierKinds)[number]
export interface Identifier {
  readonly kind: IdentifierKind
  readonly value: string
}

/** One spelling for each identifier: lower case, MAC addresses with colons, host names without a closing dot. */
export const normalise = ({ kind, value }: Identifier): Identifier => {
  const text = value.trim().toLowerCase()
  if (kind === 'mac') return { kind, value: (text.match(/[0-9a-f]{2}/g) ?? [text]).join(':') }
  return { kind, value: kind === 'fqdn' || kind === 'hostname' ? text.replace(/\.$/, '') : text }
}

/** Kinds from the strongest to the weakest; an address is no evidence by itself. */
export const strength: readonly IdentifierKind[] = ['cloudId', 'hostUuid', 'serial', 'assetTag', 'mac', 'fqdn', 'hostname', 'ip']

/** Kinds of which no two assets share a value. */
export const uniqueKinds: ReadonlySet<IdentifierKind> = new Set(['cloudId', 'hostUuid', 'serial', 'assetTag', 'mac', 'fqdn'])
