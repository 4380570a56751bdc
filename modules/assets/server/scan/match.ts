import { strength, uniqueKinds, type Identifier, type IdentifierKind } from '../identifier/normalise.ts'

/** An asset of the register that shares an identifier with a scanned host. */
export interface KnownAsset {
  readonly id: string
  readonly identifiers: readonly Identifier[]
  /** The caller may change it; one that they may not stays untouched and unnamed. */
  readonly writable: boolean
}

/** Why an asset is no more than possible: only the address agrees, a stronger identifier contradicts, or others agree as well. */
export type Doubt = 'addressOnly' | 'contradiction' | 'several'

export interface Possible {
  readonly asset: string
  readonly by: Identifier
  readonly doubt: Doubt
}

export type Verdict =
  | { readonly kind: 'new' }
  | { readonly kind: 'match'; readonly asset: string; readonly by: Identifier }
  | { readonly kind: 'possible'; readonly candidates: readonly Possible[] }
  /** It is an asset that the caller may not change. */
  | { readonly kind: 'elsewhere' }

const valuesOf = (identifiers: readonly Identifier[], kind: IdentifierKind): readonly string[] => identifiers.filter((one) => one.kind === kind).map(({ value }) => value)

/** The strongest identifier that both have, if any. */
const shared = (host: readonly Identifier[], asset: readonly Identifier[]): Identifier | undefined => {
  for (const kind of strength) {
    const known = new Set(valuesOf(asset, kind))
    const value = valuesOf(host, kind).find((one) => known.has(one))
    if (value !== undefined) return { kind, value }
  }
  return undefined
}

/** A stronger kind of identifier of which both have some and none in common. */
const contradicted = (host: readonly Identifier[], asset: readonly Identifier[], by: IdentifierKind): boolean =>
  strength.slice(0, strength.indexOf(by)).some((kind) => {
    const [ours, theirs] = [valuesOf(host, kind), valuesOf(asset, kind)]
    return ours.length > 0 && theirs.length > 0 && uniqueKinds.has(kind)
  })

/**
 * Which asset a scanned host is. The strongest shared identifier decides (cloud id › host UUID › serial number › asset tag › MAC
 * address › full host name › host name); never an IP address, which only makes an asset possible. An asset whose stronger
 * identifiers are others, and any of several that agree equally well, is possible, too. `known` holds every asset that
 * shares an identifier.
 */
export const judge = (host: readonly Identifier[], known: readonly KnownAsset[]): Verdict => {
  const found = known.flatMap((asset) => {
    const by = shared(host, asset.identifiers)
    return by === undefined ? [] : [{ asset, by, contradicted: by.kind !== 'ip' && contradicted(host, asset.identifiers, by.kind) }]
  })
  const sure = found.filter((one) => one.by.kind !== 'ip' && !one.contradicted)
  const best = Math.min(...sure.map(({ by }) => strength.indexOf(by.kind)))
  const top = sure.filter(({ by }) => strength.indexOf(by.kind) === best)
  if (top.length === 1) {
    const { asset, by } = top[0]!
    return asset.writable ? { kind: 'match', asset: asset.id, by } : { kind: 'elsewhere' }
  }
  const doubt = (one: (typeof found)[number]): Doubt => (one.by.kind === 'ip' ? 'addressOnly' : one.contradicted ? 'contradiction' : 'several')
  const possible = found
    .filter(({ asset }) => asset.writable)
    .toSorted((a, b) => strength.indexOf(a.by.kind) - strength.indexOf(b.by.kind) || (a.asset.id < b.asset.id ? -1 : 1))
    .map((one) => ({ asset: one.asset.id, by: one.by, doubt: doubt(one) }))
  if (possible.length > 0) return { kind: 'possible', candidates: possible }
  // An address that also stands on an asset elsewhere says nothing: private networks use the same ones over and over.
  return found.some(({ by }) => by.kind !== 'ip') ? { kind: 'elsewhere' } : { kind: 'new' }
}
