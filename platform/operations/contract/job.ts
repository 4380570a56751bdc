import { idInput, operation } from '@heng/contract'
import { z } from 'zod'

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

const failure = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() })

export const jobRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** Name of the kind in the caller's language. */
  kindLabel: z.string(),
  state: z.enum(jobStates),
  done: z.int(),
  /** Null while the job does not know how much there is. */
  total: z.int().nullable(),
  cancelRequested: z.boolean(),
  /** What it brought about; shown to whoever started it only, because it may quote records. */
  result: z.unknown(),
  /** Plain numbers of the result that the room has named: its messages hold `kinds['<kind>.<key>']`. */
  figures: z.array(z.object({ label: z.string(), value: z.number() })),
  error: failure.nullable(),
  startedBy: z.string().nullable(),
  mine: z.boolean(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  allowed: z.array(z.enum(['cancel', 'retry'])),
})
export type JobRow = z.output<typeof jobRow>

const several = <S extends z.ZodType>(one: S) => z.union([one, z.array(one).max(20)])
const read = 'job:read' as const
const write = 'job:write' as const

export const job = {
  list: operation({
    id: 'job.list', method: 'GET', path: '/jobs', permission: read,
    summary: { en: 'Jobs: what ran, failed and waits, the latest first', 'zh-CN': '后台作业：已运行、失败和等待的作业，最新在前' },
    input: z.object({
      state: several(z.enum(jobStates)).optional(),
      kind: several(z.string().max(60)).optional(),
      /** Only those that the caller started. */
      mine: z.boolean().optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    output: z.object({
      items: z.array(jobRow), next: z.string().nullable(),
      /** Of all that the caller may see, whatever the filter. */
      states: z.record(z.enum(jobStates), z.int()),
      kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
    }),
  }),
  get: operation({
    id: 'job.get', method: 'GET', path: '/jobs/{id}', permission: read,
    summary: { en: 'How far a job is', 'zh-CN': '查看作业进度' },
    input: idInput, output: jobRow,
  }),
  cancel: operation({
    id: 'job.cancel', method: 'POST', path: '/jobs/{id}/cancel', permission: write,
    summary: { en: 'Stop a job; what it had not finished is undone', 'zh-CN': '停止作业，未完成部分将回退' },
    input: idInput, output: jobRow,
  }),
  retry: operation({
    id: 'job.retry', method: 'POST', path: '/jobs/{id}/retry', permission: write,
    summary: { en: 'Run a failed or stopped job again', 'zh-CN': '重新运行失败或已停止的作业' },
    input: idInput, output: jobRow,
  }),
}
