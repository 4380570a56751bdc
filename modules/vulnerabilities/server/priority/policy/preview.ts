import type { Policy } from '@heng/engine-priority'
import { breathe, startJob, type Ctx, type JobHandler } from '@heng/server-kit'
import { dayIn } from '../../dates.ts'
import { Flaws } from '../flaws.ts'
import { prepared } from '../inForce.ts'
import { countStanding, first, openStates, standingAfter, weighStanding } from '../standing.ts'
import { checked } from './checked.ts'
import { Effect } from './effect.ts'

/** Vulnerabilities a transaction: some tens of milliseconds of this process. */
const chunk = 2_000

/** Works out in a job what a draft would do; nothing is changed. Throws `vulnerabilityPolicy.invalid`. */
export const preview = async (ctx: Ctx, { definition }: { definition: unknown }) => ({ jobId: await startJob(ctx, 'vulnerabilities.policyPreview', { definition: checked(definition) }) })

/** The job: every open vulnerability weighed by the draft and held against what it has. Answers a `PolicyEffect`. */
export const runPreview: JobHandler = async ({ input, transaction, progress }) => {
  const draft = prepared((input as { definition: Policy }).definition, -1)
  const { total, today } = await transaction(async (ctx) => ({ total: await countStanding(ctx, { all: true }, openStates), today: dayIn(ctx.org.timezone, ctx.now) }))
  const effect = new Effect(today)
  const flaws = new Flaws()
  let after: string | null = first
  await progress(0, total)
  for (let looked = 0; after !== null;) {
    const from: string = after
    after = await transaction(async (ctx) => {
      const rows = await standingAfter(ctx, { all: true }, openStates, from, chunk)
      const weights = await weighStanding(ctx, rows, flaws, draft)
      for (const [i, row] of rows.entries()) effect.add(row, weights[i]!)
      looked += rows.length
      return rows.at(-1)?.id ?? null
    })
    await progress(Math.min(looked, total), total)
    await breathe()
  }
  return effect.result()
}
