import { formatAddress, parseAddress, type Address } from './address.ts'
import { parseName, parseTarget } from './parse.ts'
import { count, lies, meet, merge, minus, unmapped, type Range } from './range.ts'
import { badDeclaration, malformed, nameOutside, noTarget, outside, special, tooMany, unresolved, type Refusal } from './refusals.ts'
import { specials } from './special.ts'

/** Every address of a host name, as text; throws when there is none. */
export type Resolve = (name: string) => Promise<readonly string[]>

export interface Declared {
  readonly ranges: readonly Range[]
  /** `.example.com`: that name and all below it; `www.example.com`: that name alone. */
  readonly names: readonly string[]
}

declare const checked: unique symbol
/** Targets that have been checked: only `permitted` makes them. */
export interface Allowed {
  readonly [checked]: true
  /** In order, none twice. */
  readonly ranges: readonly Range[]
  /** Which addresses were meant by which name, for whoever reads the results. */
  readonly names: readonly { readonly name: string; readonly addresses: readonly string[] }[]
  readonly count: number
}

export type Permitted = { readonly ok: true; readonly allowed: Allowed } | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** Reads what an organisation declares as its own: addresses, CIDR blocks, ranges, host names and suffixes (`.example.com`). */
export const parseDeclared = (texts: readonly string[]): Declared & { readonly refusals: readonly Refusal[] } => {
  const [ranges, names, refusals]: [Range[], string[], Refusal[]] = [[], [], []]
  for (const text of texts) {
    const suffix = text.trim().startsWith('.') ? parseName(text.trim().slice(1)) : undefined
    const found = suffix === undefined ? parseTarget(text) : { name: `.${suffix}` }
    if ('range' in found) ranges.push(found.range)
    else if ('name' in found) names.push(found.name)
    else refusals.push(badDeclaration(found.refused, text, found.instead))
  }
  return { ranges, names, refusals }
}

const isDeclared = (name: string, names: readonly string[]): boolean =>
  names.some((one) => (one.startsWith('.') ? name.endsWith(one) || name === one.slice(1) : name === one))

/** Whether an address, a block or a host name lies within what is declared; what is none of these does not. */
export const covers = ({ ranges, names }: Declared, target: string): boolean => {
  const found = parseTarget(target)
  if ('range' in found) return merge(ranges).some((one) => lies(unmapped(found.range), one))
  return 'name' in found && isDeclared(found.name, names)
}

const judge = (target: string, ranges: readonly Range[], declared: readonly Range[]): readonly Refusal[] => {
  const refusals: Refusal[] = []
  const refused: Range[] = []
  for (const { range, kind } of specials) {
    const own = declared.filter((one) => lies(one, range))
    const parts = merge(ranges).flatMap((one) => meet(one, range) ?? []).flatMap((one) => minus(one, own))
    if (parts.length > 0) refusals.push(special(target, parts, kind))
    refused.push(...parts)
  }
  const parts = merge(ranges).flatMap((one) => minus(one, [...declared, ...refused]))
  return parts.length > 0 ? [...refusals, outside(target, parts)] : refusals
}

const addressesOf = async (name: string, resolve: Resolve): Promise<readonly Address[]> => {
  const texts = await resolve(name).catch(() => [])
  const found = texts.map(parseAddress)
  return found.includes(undefined) ? [] : (found as readonly Address[])
}

/**
 * Which addresses may be checked. Every address of every target must lie inside the declared ranges, also those that a name leads to
 * (found here, once: programs are given the addresses, so that no later answer of a name server leads them elsewhere). A name must
 * also be declared; others are not even asked for. One target that may not be checked refuses all.
 * @param most addresses together.
 */
export const permitted = async (
  targets: readonly string[], ranges: readonly string[], { resolve, most = 65_536 }: { readonly resolve: Resolve; readonly most?: number },
): Promise<Permitted> => {
  const declared = parseDeclared(ranges)
  const refusals: Refusal[] = [...declared.refusals]
  const all: Range[] = []
  const names: { name: string; addresses: string[] }[] = []
  if (targets.length === 0) refusals.push(noTarget())
  for (const target of targets) {
    const found = parseTarget(target)
    if ('refused' in found) refusals.push(malformed(found.refused, target, found.instead))
    else if ('range' in found) {
      all.push(found.range)
      refusals.push(...judge(target.trim(), [found.range], declared.ranges))
    } else if (!isDeclared(found.name, declared.names)) refusals.push(nameOutside(target))
    else if (names.every(({ name }) => name !== found.name)) names.push({ name: found.name, addresses: [] })
  }
  // Names cost a question each: none is asked for what is refused anyway.
  if (refusals.length > 0) return { ok: false, refusals }
  if (names.length > most) return { ok: false, refusals: [tooMany(BigInt(names.length), BigInt(most))] }
  for (const { name, addresses } of names) {
    const found = (await addressesOf(name, resolve)).map(({ version, value }) => unmapped({ version, first: value, last: value }))
    if (found.length === 0) refusals.push(unresolved(name))
    refusals.push(...judge(name, found, declared.ranges))
    addresses.push(...found.map(({ version, first }) => formatAddress({ version, value: first })))
    all.push(...found)
  }
  const merged = merge(all)
  if (count(merged) > most) refusals.push(tooMany(count(merged), BigInt(most)))
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, allowed: { ranges: merged, names, count: Number(count(merged)) } as unknown as Allowed }
}
