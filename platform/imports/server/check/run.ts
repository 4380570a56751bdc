import { breathe, type Ctx } from '@heng/server-kit'
import type { Mapping } from '../../contract/index.ts'
import type { ImportSource } from '../source/source.ts'
import { Siblings } from '../siblings/siblings.ts'
import { refuseKept, settleRows } from '../siblings/store.ts'
import type { Target } from '../target/importable.ts'
import { fillCells } from './cells.ts'
import { inChunks } from './chunks.ts'
import { namesIn, readRow } from './draft.ts'
import { judgeRows, matchRows, type Matched } from './judge.ts'
import { makePlan } from './plan.ts'
import { Seen } from './seen.ts'
import { clearRows, refuseFirsts, stageRows } from './store.ts'
import { Tally, type Summary } from './tally.ts'

/**
 * The dry run: streams the rows of a source, works out what each would do and keeps it, in the caller's transaction and
 * with the caller's own rights. Memory holds two chunks of rows, the names that were looked up, and one key a row.
 */
export const checkRows = async (
  ctx: Ctx, session: string, target: Target, mapping: Mapping, open: () => Promise<ImportSource>, progress: (done: number) => Promise<void>,
): Promise<Summary> => {
  await clearRows(ctx, session)
  const plan = await makePlan(ctx, target, mapping)
  const seen = new Seen()
  const tally = new Tally()
  const siblings = new Siblings(plan)
  const source = await open()
  let done = 0
  let kept = Promise.resolve()
  let before: Promise<Matched> | undefined
  const judge = async (matching: Promise<Matched>): Promise<void> => {
    const matched = await matching
    const judged = await judgeRows(ctx, plan, seen, matched)
    for (const row of judged) tally.add(row)
    siblings.note(judged)
    await kept
    kept = stageRows(ctx, session, judged)
    // A failure counts where it is awaited.
    kept.catch(() => undefined)
    await breathe()
    done += matched.drafts.length
    await progress(done)
  }
  try {
    // The file is read on, its cells are understood and its records looked for, while the chunk before is judged and kept.
    for await (const rows of inChunks(source.rows)) {
      const names = namesIn(plan, rows)
      if (!plan.resolver.knows(names)) await plan.resolver.learn(ctx, names)
      const matching = matchRows(ctx, plan, rows.map((row) => readRow(plan, row)))
      matching.catch(() => undefined)
      const previous = before
      before = matching
      if (previous !== undefined) await judge(previous)
    }
    if (before !== undefined) await judge(before)
    await kept
  } finally {
    await Promise.allSettled([before, kept])
    await source.close()
  }
  const clashing = await refuseFirsts(ctx, session, seen.clashes)
  for (const { line, was, problem } of clashing) tally.move(was, line, problem)
  await settleSiblings(ctx, session, siblings, new Set(clashing.map(({ line }) => line)), tally)
  await fillCells(ctx, session, open)
  return tally.summary()
}

/** Now that the whole file is known, rows that name other rows of it get their records, or their reasons. */
const settleSiblings = async (ctx: Ctx, session: string, siblings: Siblings, lost: ReadonlySet<number>, tally: Tally): Promise<void> => {
  const { settled, refused } = siblings.settle(lost)
  await settleRows(ctx, session, settled)
  for (const { was, action } of settled) tally.turn(was, action)
  const was = new Map((await refuseKept(ctx, session, refused)).map((row) => [row.line, row.was]))
  for (const { line, problem } of refused) {
    tally.move(was.get(line) ?? 'error', line, problem)
    was.set(line, 'error')
  }
}
