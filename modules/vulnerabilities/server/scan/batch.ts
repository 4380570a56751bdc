import { createRecords, newIds, updateRecords, type Ctx, type Update } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { weigh, type Weighed } from '../priority/weigh.ts'
import type { Target, Targets } from '../target/resolve.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { afterSighting, isOpen } from '../vulnerability/states.ts'
import { credentialedOf, type Judged } from './judge.ts'
import { knownAt, placeKey, type KnownSighting, type Place } from './known.ts'
import { noteCves, noteFlaws, noteSightings, stampSeen, type ScanAt, type SightingRow } from './sightings.ts'
import { clean, evidenceOf, flawOf, scoreOf, valuesOf, type Flaw } from './values.ts'

export interface Scan extends ScanAt {
  /** What history says why something changed: the scan's reference and file. */
  readonly reason: string
}
export interface Told {
  informational: number
  opened: number
  reopened: number
  seenAgain: number
}

interface Found extends Judged, Place {
  readonly on: Target
  readonly flaw: Flaw
}

const weighedOf = ({ finding, on }: Found, from: Date, open: boolean): Weighed => {
  const cvss = scoreOf(finding.cvss)
  return {
    severity: finding.severity.derived, cvss: cvss?.score ?? null, cvssVersion: cvss?.version ?? null, cves: finding.identifiers.cve, assetValue: on.value,
    exposure: on.exposure as Weighed['exposure'], vectors: finding.cvss.flatMap(({ vector }) => vector ?? []), from, isOpen: open,
  }
}

const rowOf = ({ finding, identity, target, fingerprint, flaw }: Found, id: string, of: string): SightingRow => ({
  id, target, fingerprint, vulnerability: of, tool: identity.parts[0]!, rule: finding.rule === null ? null : clean(finding.rule).slice(0, 300), method: identity.method, flaw: flaw.id,
  record: clean(finding.record).slice(0, 500), evidence: evidenceOf(finding),
})

/** What nobody had seen before becomes a vulnerability. */
const open = async (ctx: Ctx, scan: Scan, found: readonly Found[]): Promise<SightingRow[]> => {
  const weights = await weigh(ctx, found.map((one) => weighedOf(one, scan.at, true)))
  const at = scan.at.toISOString()
  const ids = newIds(2 * found.length)
  await createRecords(asRoom(ctx), vulnerability, found.map((one, i) => ({
    ...valuesOf(one.finding), ...weights[i], id: ids[2 * i]!, state: 'open', asset: one.on.asset, target: one.on.id, unit: one.on.unit, owner: one.on.owner, tool: one.identity.parts[0]!,
    firstSeen: at, lastSeen: at, lastScan: scan.id, stateSince: at, reopened: 0,
  })), scan.reason, { search: 'later' })
  return found.map((one, i) => rowOf(one, ids[2 * i + 1]!, ids[2 * i]!))
}

/** What a later sighting changes: words and figures of the scanner that leads, and the state of what had been mended. */
const changeOf = (known: KnownSighting, one: Found, scan: Scan): Update['values'] => {
  const state = afterSighting(known.state, new Date(known.stateSince), scan.at)
  return {
    ...(known.leads && scan.at >= new Date(known.lastSeen) ? valuesOf(one.finding) : {}),
    ...(state === known.state ? {} : { state, stateSince: scan.at.toISOString(), stateBy: null, stateReason: scan.reason, reopened: known.reopened + 1 }),
  }
}

const seeAgain = async (ctx: Ctx, scan: Scan, pairs: readonly (readonly [Found, KnownSighting])[]): Promise<number> => {
  const reopened = pairs.filter(([, known]) => afterSighting(known.state, new Date(known.stateSince), scan.at) !== known.state)
  const again = new Set(reopened.map(([, known]) => known.vulnerability))
  // Nothing new in the words of the scanner: nothing to compare.
  const changed = [...new Map(pairs.filter(([one, known]) => again.has(known.vulnerability) || (known.leads && known.flaw !== one.flaw.id)).map((pair) => [pair[1].vulnerability, pair])).values()]
  const weights = await weigh(ctx, changed.map(([one, known]) => weighedOf(one, again.has(known.vulnerability) ? scan.at : new Date(known.firstSeen), again.has(known.vulnerability) || isOpen(known.state))))
  await updateRecords(asRoom(ctx), vulnerability, changed.map(([one, known], i) => ({
    id: known.vulnerability, values: { ...changeOf(known, one, scan), ...(known.leads || again.has(known.vulnerability) ? weights[i] : {}) },
  })), scan.reason, 'updated', { search: 'later' })
  return again.size
}

const cvesOf = (found: readonly (readonly [Found, string])[]) => found.flatMap(([{ finding }, id]) => finding.identifiers.cve.map((cve) => ({ cve, vulnerability: id })))

/**
 * Takes in some findings of a report: finds their targets, what is known of them, opens, sees again, reopens. Two findings with one fingerprint are one; a
 * check that passed is answered for the end of the scan. Some fifteen statements, whatever the number.
 */
export const takeBatch = async (ctx: Ctx, scan: Scan, targets: Targets, judged: readonly Judged[], told: Told): Promise<{ cleared: Place[]; tools: string[]; seen: string[] }> => {
  const on = await targets.of(judged.map((one) => one.scanned))
  const all = judged.map((one, i): Omit<Found, 'flaw'> => ({ ...one, on: on[i]!, target: on[i]!.id, fingerprint: one.identity.fingerprint }))
  for (const one of all) {
    targets.note(one.target, one.fate === 'follow' ? 1 : 0)
    const credentialed = credentialedOf(one.finding)
    if (credentialed !== null) targets.credentialed(one.target, credentialed)
  }
  const followed = [...new Map(all.filter((one) => one.fate === 'follow' && !one.on.ignored).map((one) => [placeKey(one), one])).values()].map((one): Found => ({ ...one, flaw: flawOf(one.finding) }))
  told.informational += all.filter((one) => one.fate === 'note').length
  const known = await knownAt(ctx, followed)
  const isNew = (one: Found): boolean => !known.has(placeKey(one))
  const pairs = followed.flatMap((one) => (isNew(one) ? [] : [[one, known.get(placeKey(one))!] as const]))
  await noteFlaws(ctx, new Map(followed.map(({ flaw }) => [flaw.id, flaw.json])))
  const fresh = followed.filter(isNew)
  const opened = await open(ctx, scan, fresh)
  const reopened = await seeAgain(ctx, scan, pairs)
  await noteSightings(ctx, scan, [...opened, ...pairs.map(([one, { id, vulnerability: of }]) => rowOf(one, id, of))])
  await noteCves(ctx, [...cvesOf(fresh.map((one, i) => [one, opened[i]!.vulnerability])), ...cvesOf(pairs.filter(([one, k]) => k.flaw !== one.flaw.id).map(([one, k]) => [one, k.vulnerability]))])
  await stampSeen(ctx, scan, [...new Set(pairs.map(([, { vulnerability: of }]) => of))])
  told.opened += fresh.length
  told.reopened += reopened
  // What an earlier part of this report told already is not seen again.
  told.seenAgain += new Set(pairs.filter(([, { lastScan }]) => lastScan !== scan.id).map(([, { vulnerability: of }]) => of)).size - reopened
  const seen = [...opened.map(({ vulnerability: of }) => of), ...pairs.map(([, { vulnerability: of }]) => of)]
  return { cleared: all.filter((one) => one.fate === 'clear'), seen, tools: [...new Set(all.map(({ identity }) => identity.parts[0]!))] }
}
