import { allows, labelsFor, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { errorIn, jobOf } from './job.ts'
import { changesWith } from './judge.ts'
import { standing } from './standing.ts'
import { hostsOf, scanOf, type Decision } from './store.ts'

type VerdictKind = 'new' | 'match' | 'possible' | 'elsewhere'

/** Figures of a scan's import: what the hosts are, what was decided, how far the writing is. */
export const details = async (ctx: Ctx, { id }: { id: string }) => {
  const scan = await scanOf(ctx, id, 'assetScan:read')
  const { rows } = await sql<{ verdict: VerdictKind; decision: Decision | null; n: number; changing: number }>`
    select verdict, decision, count(*)::int as n, count(*) filter (where decision = 'update' and changing)::int as changing
    from asset_scan_host where org_id = ${ctx.org.id} and scan = ${id} group by 1, 2`.execute(ctx.tx)
  const sum = (which: (row: (typeof rows)[number]) => boolean) => rows.filter(which).reduce((total, { n }) => total + n, 0)
  const job = scan.job === null ? null : await jobOf(ctx, scan.job)
  const verdict = (kind: VerdictKind) => sum((row) => row.verdict === kind)
  return {
    verdicts: { new: verdict('new'), match: verdict('match'), possible: verdict('possible'), elsewhere: verdict('elsewhere') },
    decisions: {
      create: sum(({ decision }) => decision === 'create'), update: sum(({ decision }) => decision === 'update'),
      skip: sum(({ decision }) => decision === 'skip'), open: sum(({ decision }) => decision === null),
    },
    changing: rows.reduce((total, { changing }) => total + changing, 0),
    job: job === null ? null : { state: job.state, done: job.done, total: job.total, error: errorIn(job, ctx.locale) },
    mayDecide: scan.state === 'open' && allows(ctx, 'assetScan:run', { ownerIds: [scan.startedBy] }),
  }
}

interface HostsInput {
  readonly id: string
  readonly verdict?: VerdictKind
  readonly changing?: boolean
  readonly after: number
  readonly limit: number
}

/** Hosts of a scan, each with what an update would change as the register stands now. Six statements a page. */
export const hosts = async (ctx: Ctx, { id, verdict, changing, after, limit }: HostsInput) => {
  await scanOf(ctx, id, 'assetScan:read')
  const rows = await hostsOf(ctx, id, sql`line > ${after} and (${verdict ?? null}::text is null or verdict = ${verdict ?? null})
    and (${changing ?? null}::boolean is null or changing = ${changing ?? null})`, limit + 1)
  const shown = rows.slice(0, limit)
  const targets = shown.flatMap(({ target }) => (target === null ? [] : [target]))
  const known = targets.length === 0 ? new Map<string, never>() : await standing(ctx, [], targets)
  const named = new Set(shown.flatMap(({ judged, target, result }) => [judged.asset, target, result, ...judged.candidates.map(({ asset }) => asset)]).filter((one) => one !== null))
  return {
    items: shown.map(({ line, candidate, judged, decision, target, result }) => ({
      line, name: candidate.name, nameFrom: candidate.nameFrom, identifiers: [...candidate.identifiers], type: candidate.type, description: candidate.description,
      seenAt: candidate.seenAt, verdict: judged.verdict, asset: judged.asset, by: judged.by, candidates: [...judged.candidates], decision, target, result,
      changes: decision === 'update' && result === null ? plainChanges(changesWith(candidate, target, known)) : null,
    })),
    next: rows.length > limit ? shown.at(-1)!.line : null,
    labels: await labelsFor(ctx, 'asset', [...named]),
  }
}

const plainChanges = (changes: ReturnType<typeof changesWith>) =>
  changes === null ? null : { fields: { ...changes.fields }, added: [...changes.added], unseen: [...changes.unseen] }
