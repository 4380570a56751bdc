import { asSystem, type JobRun } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { risks } from '../../contract/index.ts'
import { generate } from '../scenario/generate.ts'

type Input = Omit<Parameters<Actor['call']>[1], 'org'>

/** Asks for scenarios, everything one by one unless said otherwise, and runs the job that this put into the queue, as the worker would. */
export const generateNow = async (world: TestWorld, org: TestOrganisation, who: Actor, input: Input = {}) => {
  const { jobId } = await who.call(risks.riskScenario.generate, { only: 'all', combine: 'none', depth: 'all', ...input } as never)
  const { rows } = await sql<{ input: unknown; total: number }>`select input, total from job where id = ${jobId}`.execute(world.kit.db)
  const steps: number[] = []
  const result = await generate({
    kit: world.kit, jobId, orgId: org.id, input: rows[0]!.input,
    progress: async (done: number) => void steps.push(done),
    transaction: (work) => asSystem(world.kit, org.id, 'job', jobId, work),
    asStarter: (work) => asSystem(world.kit, org.id, 'job', jobId, work),
    rehearse: (work) => asSystem(world.kit, org.id, 'job', jobId, work, 'rehearsal'),
  } satisfies JobRun)
  return { ...(result as { assets: number; created: number; withoutType: number }), total: rows[0]!.total, steps }
}
