import { canonicalJson, type Ctx } from '@heng/server-kit'
import type { Identifier } from '../identifier/normalise.ts'
import type { Candidate } from './candidate.ts'
import { changesOf, type Changes } from './changes.ts'
import { judge, type Possible, type Verdict } from './match.ts'
import { standing, type StandingAsset } from './standing.ts'

/** What was found out about a host, as it is stored. */
export interface Judged {
  readonly line: number
  readonly verdict: Verdict['kind']
  readonly asset: string | null
  readonly by: Identifier | null
  readonly candidates: readonly Possible[]
}

const judgedOf = (line: number, verdict: Verdict): Judged => ({
  line,
  verdict: verdict.kind,
  asset: verdict.kind === 'match' ? verdict.asset : null,
  by: verdict.kind === 'match' ? verdict.by : null,
  candidates: verdict.kind === 'possible' ? verdict.candidates : [],
})

export const isChanging = ({ fields, added }: Changes): boolean => added.length > 0 || Object.keys(fields).length > 0

/** Compares hosts with the register as it stands: one statement and work in proportion to what is shared. */
export const judgeHosts = async (ctx: Ctx, hosts: readonly Candidate[], targets: readonly string[] = []): Promise<{ judged: readonly Judged[]; known: ReadonlyMap<string, StandingAsset> }> => {
  const known = await standing(ctx, hosts.flatMap(({ identifiers }) => identifiers), targets)
  const byIdentifier = new Map<string, StandingAsset[]>()
  for (const asset of known.values()) {
    for (const { kind, value } of asset.identifiers) byIdentifier.set(`${kind} ${value}`, [...(byIdentifier.get(`${kind} ${value}`) ?? []), asset])
  }
  const judged = hosts.map((host) => {
    const near = new Set(host.identifiers.flatMap(({ kind, value }) => byIdentifier.get(`${kind} ${value}`) ?? []))
    return judgedOf(host.line, judge(host.identifiers, [...near]))
  })
  return { judged: onePerAsset(judged), known }
}

// Two hosts cannot be one asset: where both are recognised as it, a person decides.
const onePerAsset = (judged: readonly Judged[]): readonly Judged[] => {
  const count = Map.groupBy(judged.filter(({ asset }) => asset !== null), ({ asset }) => asset)
  return judged.map((one) =>
    one.asset === null || count.get(one.asset)!.length === 1 ? one
    : { ...one, verdict: 'possible' as const, asset: null, by: null, candidates: [{ asset: one.asset, by: one.by!, doubt: 'several' as const }] })
}

/** Whether an update of `asset` with this host would change anything but when it was last seen. */
export const changesWith = (host: Candidate, asset: string | null, known: ReadonlyMap<string, StandingAsset>): Changes | null => {
  const stands = asset === null ? undefined : known.get(asset)
  return stands === undefined ? null : changesOf(host, stands)
}

export const sameJudgement = (a: Judged, b: Judged): boolean => canonicalJson(a) === canonicalJson(b)
