import type { AskedPorts, Host } from '@heng/engine-scanners'
import type { Identifier } from '../identifier/normalise.ts'
import { describe, plain } from './describe.ts'
import { identifiersOf } from './identifiers.ts'
import { guessType, type TypeGuess } from './type.ts'

/** A scanned host as the asset that it may be. */
export interface Candidate {
  /** Place in the report from 1. */
  readonly line: number
  readonly name: string
  readonly nameFrom: 'fqdn' | 'hostname' | 'ip' | 'mac'
  readonly identifiers: readonly Identifier[]
  readonly type: TypeGuess | null
  readonly description: string
  /** Ports that the scan asked for: about others it says nothing. The same for all hosts of a report. */
  readonly asked: readonly AskedPorts[]
  /** ISO 8601; when the host was looked at, as far as the report says. */
  readonly seenAt: string | null
}

const nameKinds = ['fqdn', 'hostname', 'ip', 'mac'] as const

/** Null for a host that has nothing to be told by: not even an address. */
export const candidateOf = (host: Host, line: number, asked: readonly AskedPorts[] = []): Candidate | null => {
  const identifiers = identifiersOf(host)
  for (const kind of nameKinds) {
    const found = identifiers.find((one) => one.kind === kind)
    if (found === undefined) continue
    return { line, name: plain(found.value, 200), nameFrom: kind, identifiers, type: guessType(host), description: describe(host), asked, seenAt: host.ended ?? host.started ?? null }
  }
  return null
}
