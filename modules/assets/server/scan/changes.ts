import type { Identifier } from '../identifier/normalise.ts'
import type { Candidate } from './candidate.ts'
import { toldOf } from './told.ts'

/** Fields that a scan fills. Unit, owner, location and values are people's business. */
export const scannedFields = ['name', 'type', 'description'] as const
export type ScannedField = (typeof scannedFields)[number]

/** What stands in the register for an asset that a scanned host was recognised as. */
export interface Standing {
  readonly fields: Readonly<Record<ScannedField, string | null>>
  /** Fields whose present value came from a scan and was not touched by anybody since. */
  readonly scanned: ReadonlySet<ScannedField>
  readonly identifiers: readonly Identifier[]
}

export interface Changes {
  readonly fields: Readonly<Partial<Record<ScannedField, { readonly before: string | null; readonly after: string }>>>
  /** Identifiers that the asset did not have. */
  readonly added: readonly Identifier[]
  /** Addresses that the asset had and that this scan did not see; they stay, with the time when they were last seen. */
  readonly unseen: readonly Identifier[]
}

const same = (a: Identifier, b: Identifier): boolean => a.kind === b.kind && a.value === b.value

/**
 * What a scan changes on an asset: it fills what is empty and keeps up to date what an earlier scan filled; what a person
 * wrote stays, and so does what this scan did not look for. A name that is only an address never replaces a name.
 */
export const changesOf = (host: Candidate, { fields, scanned, identifiers }: Standing): Changes => {
  const known = toldOf(scanned.has('description') ? fields.description : null, host.description, host.asked)
  const told: Record<ScannedField, string | null> = {
    name: host.nameFrom === 'ip' || host.nameFrom === 'mac' ? null : host.name,
    // A guess that rests on less than the one before is no better one.
    type: known.less && fields.type !== null ? null : (host.type?.code ?? null),
    description: known.text,
  }
  const changed = scannedFields.flatMap((field) => {
    const [before, after] = [fields[field], told[field]]
    return after === null || after === before || (before !== null && !scanned.has(field)) ? [] : [[field, { before, after }] as const]
  })
  const seenKinds = new Set(host.identifiers.map(({ kind }) => kind))
  return {
    fields: Object.fromEntries(changed),
    added: host.identifiers.filter((one) => !identifiers.some((known) => same(known, one))),
    unseen: identifiers.filter((known) => known.kind === 'ip' && seenKinds.has('ip') && !host.identifiers.some((one) => same(known, one))),
  }
}
