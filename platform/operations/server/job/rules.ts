import { allows, type Ctx } from '@heng/server-kit'
import type { JobState } from '../../contract/index.ts'

interface Standing {
  readonly state: JobState
  readonly cancelRequested: boolean
  readonly startedBy: string | null
}

type Who = Pick<Ctx, 'caller' | 'kit'>

/** Whoever started a job owns it; a job of the system belongs to nobody. */
export const ownerOf = ({ caller }: Who, { startedBy }: Pick<Standing, 'startedBy'>) =>
  ({ ownerIds: [startedBy !== null && startedBy === caller.userId ? caller.personId : null] })

export const allowedOnJob = (who: Who, job: Standing): ('cancel' | 'retry')[] => {
  if (!allows(who, 'job:write', ownerOf(who, job))) return []
  if (job.state === 'waiting' || job.state === 'running') return job.cancelRequested ? [] : ['cancel']
  return job.state === 'failed' || job.state === 'cancelled' ? ['retry'] : []
}
