import { directory } from '@heng/directory/contract'
import { operations } from '@heng/operations/contract'
import type { Role } from '@heng/contract'
import { caller, type Call } from './caller.ts'
import { join } from './invite.ts'
import type { Look, Stage, Visit } from './stage.ts'

/** Somebody of the company, signed in. */
export interface Colleague {
  readonly visit: Visit
  readonly call: Call
  readonly personId: string
}

export interface Grant {
  readonly role: Role
  readonly unit?: string
  readonly validUntil?: string
}

/** An organisation on a stage. */
export interface Company {
  readonly stage: Stage
  readonly org: string
  /** The owner of the installation, who is ISMS manager. */
  readonly manager: Colleague
  /** Gives a person of the sample company roles and has them sign in. */
  readonly colleague: (email: string, roles: readonly Grant[], look?: Look) => Promise<Colleague>
}

/** The company of somebody who manages it. */
export const companyOf = (stage: Stage, org: string, manager: Colleague): Company => ({
  stage, org, manager,
  colleague: async (email, roles, look) => {
    const personId = await personOf(manager.call, email)
    for (const role of roles) await manager.call(directory.roleAssignment.create, { person: personId, ...role })
    const visit = await join(stage, manager.visit, org, personId, look)
    return { visit, personId, call: caller(visit, org) }
  },
})

/** Id of the person with an e-mail address. */
export const personOf = async (call: Call, email: string): Promise<string> => (await call(directory.person.list, { q: email })).items[0]!.id

/** Waits for the end of a job; one that fails throws. */
export const finished = async (call: Call, jobId: string): Promise<void> => {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; ) {
    const job = await call(operations.job.get, { id: jobId })
    if (job.state === 'done') return
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`job ${job.kind} ${job.state}: ${JSON.stringify(job.error)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the job did not end')
}
