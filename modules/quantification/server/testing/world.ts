import { module as approvals } from '@heng/approvals/server'
import { module as assets } from '@heng/assets/server'
import { module as controls } from '@heng/controls/server'
import { module as frameworks } from '@heng/frameworks/server'
import { module as records } from '@heng/records/server'
import { risks } from '@heng/risks/contract'
import { module as risksRoom } from '@heng/risks/server'
import { asSystem, JobCancelled, type JobHandler, type JobRun } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { module as work } from '@heng/work/server'
import { sql } from 'kysely'
import { quantifications, type LossModel } from '../../contract/index.ts'
import { module } from '../module.ts'

export const lossWorld = (): Promise<TestWorld> => createWorld([records, approvals, work, frameworks, assets, controls, risksRoom, module])

/** One ransomware event in some three years, between 200,000 and 5 million. */
export const ransomware: LossModel = { frequency: { poisson: { rate: 0.3 } }, magnitude: { lognormal: { p5: 200_000, p95: 5_000_000 } } }

export const newRisk = (who: Actor, values: Record<string, unknown> = {}) => who.call(risks.risk.create, { title: '勒索软件', ...values } as never)

/** A quantified risk. */
export const newLoss = async (who: Actor, model: LossModel = ransomware, { risk = {}, ...values }: Record<string, unknown> & { risk?: Record<string, unknown> } = {}) => {
  const { id } = await newRisk(who, risk)
  return who.call(quantifications.quantification.create, { risk: id, model, ...values } as never)
}

/** Simulates with years that a test has time for. */
export const simulated = async (who: Actor, row: { readonly id: string; readonly version: number }, years = 50_000, seed = 7) =>
  (await who.call(quantifications.quantification.simulate, { id: row.id, version: row.version, years, seed })).quantification!

/** Runs a job that a verb put into the queue, as the worker would; stops it at its first report of progress beyond `stopAt`. */
export const runJob = async (world: TestWorld, org: TestOrganisation, jobId: string, stopAt = Infinity): Promise<{ result: unknown; steps: number[] }> => {
  const { rows } = await sql<{ kind: string; input: unknown }>`select kind, input from job where id = ${jobId}`.execute(world.kit.db)
  const handler: JobHandler = world.kit.jobs.get(rows[0]!.kind)!
  const steps: number[] = []
  const inOrg: JobRun['transaction'] = (work) => asSystem(world.kit, org.id, 'job', jobId, work)
  const result = await handler({
    kit: world.kit, jobId, orgId: org.id, input: rows[0]!.input, transaction: inOrg, asStarter: inOrg, rehearse: inOrg,
    progress: async (done) => {
      if (done > stopAt) throw new JobCancelled()
      steps.push(done)
    },
  })
  return { result, steps }
}
