import { rowsByIds, startJob, updateRecords, type Ctx, type JobHandler } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { isOpen, type State } from '../vulnerability/states.ts'
import { Flaws } from './flaws.ts'
import { countStanding, first, standingAfter, weighedStates, weighStanding, type Which } from './standing.ts'
import type { Weight } from './weigh.ts'
import { since, weighRows } from './weighRows.ts'

/** Vulnerabilities a transaction of the job: a few tens of milliseconds of this process, so that nobody waits for the event loop. */
const chunk = 2_000
const figures = ['priority', 'dueOn', 'rank', 'epss', 'exploited'] as const

const moves = (row: Readonly<Record<(typeof figures)[number], unknown>>, weight: Weight): boolean => figures.some((key) => (row[key] ?? null) !== (weight[key] ?? null))

/** Writes those whose figures move, once more by what stands now that nobody else can change them. */
const write = async (ctx: Ctx, ids: readonly string[], reason: string | undefined): Promise<number> => {
  const rows = await rowsByIds(ctx, vulnerability, ids, true)
  const weights = await weighRows(ctx, rows.map((row) => ({ row, isOpen: isOpen(row.state as State), from: since(row) })))
  const changed = rows.flatMap((row, i) => (moves(row as never, weights[i]!) ? [{ id: row.id, values: { ...weights[i]! } }] : []))
  await updateRecords(asRoom(ctx), vulnerability, changed, reason, 'updated', { recordedAs: 'weighed', search: 'later' })
  return changed.length
}

interface Step {
  readonly looked: number
  readonly moved: number
  /** Highest id looked at; null when there was nothing. */
  readonly last: string | null
}
const step = async (ctx: Ctx, of: Which, after: string, flaws: Flaws, reason: string | undefined): Promise<Step> => {
  const rows = await standingAfter(ctx, of, weighedStates, after, chunk)
  const weights = await weighStanding(ctx, rows, flaws)
  const moved = rows.filter((row, i) => moves(row, weights[i]!)).map(({ id }) => id)
  return { looked: rows.length, moved: moved.length === 0 ? 0 : await write(ctx, moved, reason), last: rows.at(-1)?.id ?? null }
}

/** Weighs vulnerabilities anew, in the caller's transaction, and writes those whose priority, day or figures moved; history says by what. */
export const reweigh = async (ctx: Ctx, of: Which, { reason }: { reason?: string } = {}): Promise<{ looked: number; moved: number }> => {
  let [after, looked, moved] = [first as string | null, 0, 0]
  const flaws = new Flaws()
  while (after !== null) {
    const done = await step(ctx, of, after, flaws, reason)
    looked += done.looked
    moved += done.moved
    after = done.last
  }
  return { looked, moved }
}

export interface Reweighing {
  readonly of: Which
  readonly reason: string
}
export const startReweighing = (ctx: Ctx, input: Reweighing): Promise<string> => startJob(ctx, 'vulnerabilities.reweigh', input)

/** Numbers a search: one of all would be made anew for every page. */
const mostNumbers = 500
const partsOf = (of: Which): Which[] =>
  'cves' in of ? Array.from({ length: Math.ceil(of.cves.length / mostNumbers) }, (_, i) => ({ cves: of.cves.slice(i * mostNumbers, (i + 1) * mostNumbers) })) : [of]

/** The job: some thousands a transaction. What is done stays done when somebody cancels; the rest keeps what it was weighed by, and says so. */
export const runReweighing: JobHandler = async ({ input, transaction, progress }) => {
  const { of, reason } = input as Reweighing
  const total = await transaction((ctx) => countStanding(ctx, of, weighedStates))
  await progress(0, total)
  let [looked, moved] = [0, 0]
  const flaws = new Flaws()
  for (const part of partsOf(of)) {
    for (let after: string | null = first; after !== null;) {
      const from: string = after
      const done = await transaction((ctx) => step(ctx, part, from, flaws, reason))
      looked += done.looked
      moved += done.moved
      after = done.last
      await progress(Math.min(looked, total), total)
    }
  }
  return { looked, moved }
}
