import { idInput, label, operation, pageOf } from '@heng/contract'
import { z } from 'zod'
import { dueGroups } from './due.ts'
import { workItem, workStates } from './workItem.ts'

const several = <S extends z.ZodType>(one: S) => z.union([one, z.array(one).max(50)])

export const workRow = workItem.row.extend({
  /** Name of its kind in the caller's language. */
  kindLabel: z.string(),
  /** How urgent it is today in the organisation's time zone; null once it is closed. */
  group: z.enum(dueGroups).nullable(),
})
export type WorkRow = z.output<typeof workRow>

const versioned = z.object({ id: z.uuid(), version: z.int().min(1) })
const note = z.string().trim().min(1).max(4_000)
const read = 'workItem:read' as const
const write = 'workItem:write' as const

export const work = {
  list: operation({
    id: 'work.list', method: 'GET', path: '/work', permission: read,
    summary: { en: 'My work, or that of the units I answer for', 'zh-CN': '我的工作，或所辖部门的工作' },
    input: z.object({
      /** `mine`: given to me or to a role that I hold; `team`: all that I may see. */
      view: z.enum(['mine', 'team']).optional(),
      state: z.enum([...workStates, 'all']).optional(),
      due: several(z.enum(dueGroups)).optional(),
      kind: several(z.string().max(60)).optional(),
      assignee: z.uuid().optional(),
      unit: z.uuid().optional(),
      /** Work about one record. */
      subject: z.uuid().optional(),
      q: z.string().max(200).optional(),
      cursor: z.string().max(2_000).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    /** Open work by due date, the most urgent first; closed work by the time it was closed, the latest first. */
    output: pageOf(workRow),
  }),
  get: operation({
    id: 'work.get', method: 'GET', path: '/work/{id}', permission: read,
    summary: { en: 'One piece of work', 'zh-CN': '查看一项工作' },
    input: idInput, output: workRow.extend({ labels: z.record(z.string(), label) }),
  }),
  counts: operation({
    id: 'work.counts', method: 'GET', path: '/work-counts', permission: 'signedIn',
    summary: { en: 'How much work waits for me, and how many notices are unread', 'zh-CN': '本人待办数量和未读消息数量' },
    input: z.object({}),
    output: z.object({
      open: z.int(), overdue: z.int(), today: z.int(), week: z.int(), unread: z.int(),
      kinds: z.array(z.object({ kind: z.string(), label: z.string(), count: z.int() })),
    }),
  }),
  create: operation({
    id: 'work.create', method: 'POST', path: '/work', permission: write,
    summary: { en: 'Give a person, or myself, a task', 'zh-CN': '给他人或本人安排任务' },
    input: workItem.create.pick({ title: true, instructions: true, dueOn: true }).extend({
      assignee: z.uuid(),
      subject: z.object({ noun: z.string().max(60), id: z.uuid() }).optional(),
    }),
    output: workRow,
  }),
  complete: operation({
    id: 'work.complete', method: 'POST', path: '/work/{id}/complete', permission: write,
    summary: { en: 'Report work as done', 'zh-CN': '完成工作' },
    input: versioned.extend({ result: note.optional() }), output: workRow,
  }),
  take: operation({
    id: 'work.take', method: 'POST', path: '/work/{id}/take', permission: write,
    summary: { en: 'Take work that is open to my role', 'zh-CN': '领取分派给本人角色的工作' },
    input: versioned, output: workRow,
  }),
  reassign: operation({
    id: 'work.reassign', method: 'POST', path: '/work/{id}/reassign', permission: write,
    summary: { en: 'Hand work to another person', 'zh-CN': '转交工作' },
    input: versioned.extend({ assignee: z.uuid(), dueOn: z.iso.date().nullable().optional(), reason: note }), output: workRow,
  }),
  cancel: operation({
    id: 'work.cancel', method: 'POST', path: '/work/{id}/cancel', permission: write,
    summary: { en: 'Call a task off', 'zh-CN': '取消任务' },
    input: versioned.extend({ reason: note }), output: workRow,
  }),
}
