import { operation } from '@heng/contract'
import { z } from 'zod'

export const queueDepth = z.object({
  task: z.string(),
  label: z.string(),
  waiting: z.int(),
  running: z.int(),
  /** Failed before and waiting for the next attempt. */
  retrying: z.int(),
  /** Given up after the last attempt. */
  failed: z.int(),
  /** When the task that waits longest was due. */
  oldest: z.iso.datetime().nullable(),
})
export type QueueDepth = z.output<typeof queueDepth>

export const queueTask = z.object({
  id: z.string(),
  task: z.string(),
  label: z.string(),
  attempts: z.int(),
  maxAttempts: z.int(),
  /** First line of what went wrong the last time. */
  error: z.string().nullable(),
  /** Next attempt; null when it was given up. */
  nextAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})
export type QueueTaskRow = z.output<typeof queueTask>

export const queue = {
  status: operation({
    id: 'queue.status', method: 'GET', path: '/queue', permission: 'queue:read',
    summary: { en: 'The queue: how much is waiting, running, being retried and has failed', 'zh-CN': '任务队列：等待、运行、重试和放弃的数量' },
    input: z.object({}),
    output: z.object({ depth: z.array(queueDepth), troubled: z.array(queueTask) }),
  }),
  retry: operation({
    id: 'queue.retry', method: 'POST', path: '/queue/{id}/retry', permission: 'queue:write',
    summary: { en: 'Try a failed task again now', 'zh-CN': '立即重试失败的任务' },
    input: z.object({ id: z.string().regex(/^\d{1,18}$/) }), output: z.object({}),
  }),
  drop: operation({
    id: 'queue.drop', method: 'POST', path: '/queue/{id}/drop', permission: 'queue:write',
    summary: { en: 'Remove a task that failed for good', 'zh-CN': '移除已放弃的任务' },
    input: z.object({ id: z.string().regex(/^\d{1,18}$/), reason: z.string().trim().min(1).max(2_000) }), output: z.object({}),
  }),
}
