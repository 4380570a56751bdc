import { directory } from '@heng/directory/contract'
import { home } from '@heng/home/contract'
import { operations } from '@heng/operations/contract'
import type { Locale, Role } from '@heng/contract'
import { caller, type Call } from './caller.ts'
import { join } from './invite.ts'
import { setUp, type Stage, type Visit } from './stage.ts'

/** Somebody who works in the sample company, signed in. */
export interface Colleague {
  readonly visit: Visit
  readonly call: Call
  readonly personId: string
}

export interface Company {
  readonly org: string
  /** The owner of the installation, who is ISMS manager. */
  readonly manager: Colleague
  /** Gives a person of the sample company roles and has them sign in. */
  readonly colleague: (email: string, roles: readonly Grant[], options?: { narrow?: boolean; dark?: boolean }) => Promise<Colleague>
}
export interface Grant {
  readonly role: Role
  readonly unit?: string
  readonly validUntil?: string
}

/** Waits for the end of a job; one that fails throws. */
export const finished = async (call: Call, jobId: string): Promise<void> => {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; ) {
    const job = await call(operations.job.get, { id: jobId })
    if (job.state === 'done') return
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`job ${job.kind} ${job.state}: ${JSON.stringify(job.error)}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the job did not end')
}

/** Sets the product up through its pages and loads the sample company. */
export const openCompany = async (stage: Stage, locale: Locale): Promise<Company> => {
  const visit = await stage.open(locale)
  const org = await setUp(visit, stage.server.setupUrl!, locale === 'en' ? 'Hengyue Precision' : '恒岳精密制造')
  const call = caller(visit, org)
  await finished(call, (await call(home.loadSample, {})).jobId)
  const person = async (q: string) => (await call(directory.person.list, { q })).items[0]!.id
  return {
    org,
    manager: { visit, call, personId: await person('lin.xiao@hengyue.example') },
    colleague: async (email, roles, options = {}) => {
      const personId = await person(email)
      for (const role of roles) await call(directory.roleAssignment.create, { person: personId, ...role })
      const guest = await join(stage, visit, org, personId, options)
      return { visit: guest, personId, call: caller(guest, org) }
    },
  }
}
