import { job } from './job.ts'
import { queue } from './queue.ts'
import { system } from './system.ts'

export { jobStates, type JobRow, type JobState } from './job.ts'
export type { QueueDepth, QueueTaskRow } from './queue.ts'
export type { SystemFacts } from './system.ts'

export const operations = { job, queue, system }
