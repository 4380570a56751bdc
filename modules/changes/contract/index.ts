import { idInput, label, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { changeSet } from './changeSet.ts'
import { effect } from './effect.ts'
import { itemActions, itemList, plannedChange } from './item.ts'

export { changeSet, changeSetStates, type ChangeSetState } from './changeSet.ts'
export { bases, type Basis, type Effect, type Figure, type MovedRecord, type MovedRisk, type Refusal, type RiskMap, type SoaLineEffect } from './effect.ts'
export { itemActions, standings, type ChangeItem, type FieldChange, type FrozenItem, type ItemAction, type PlannedChange, type Standing } from './item.ts'

const path = '/change-sets'
const read = 'changeSet:read' as const
const write = 'changeSet:write' as const
const versioned = idInput.extend({ version: z.int().min(1) })
const reason = z.string().trim().min(1).max(2_000)
const started = z.object({ jobId: z.uuid() })
const ofItem = idInput.extend({ item: z.uuid(), version: z.int().min(1) })

/** Values of writable fields by name; checked against the contract of the noun. */
const values = z.record(z.string().max(80), z.unknown())

/** Most records that one change set edits. */
export const mostItems = 2_000

export const changes = {
  changeSet: {
    ...registerOperations(changeSet, path),
    targets: operation({
      id: 'changeSet.targets', method: 'GET', path: '/change-targets', permission: 'signedIn',
      summary: { en: 'Registers whose records I may edit in a change set', 'zh-CN': '可通过变更集修改的清单' },
      input: z.object({}),
      output: z.object({ nouns: z.array(z.object({ noun: z.string(), mayCreate: z.boolean(), special: z.array(z.string()) })) }),
    }),
    items: operation({
      id: 'changeSet.items', method: 'GET', path: `${path}/{id}/items`, permission: read,
      summary: { en: 'What a change set edits, beside the records as they are today', 'zh-CN': '查看变更集的变更项及记录的当前状态' },
      input: idInput, output: itemList,
    }),
    put: operation({
      id: 'changeSet.put', method: 'POST', path: `${path}/{id}/items`, permission: write,
      summary: { en: 'Add records to a change set, or change what it edits of them', 'zh-CN': '向变更集添加记录或调整变更内容' },
      input: idInput.extend({
        noun: z.string().max(60),
        action: z.enum(itemActions),
        /** The records, all edited alike; none for `create`. */
        records: z.array(z.uuid()).max(500).default([]),
        /** Of `create` and `update`: only what is to change. An item that is there already takes them over, or gives up those that are as today. */
        values: values.default({}),
        note: z.string().trim().max(1_000).nullable().optional(),
        /** Version of the item, where one is changed. */
        version: z.int().min(1).optional(),
        /** An item that creates a record, where that is changed. */
        item: z.uuid().optional(),
      }),
      output: z.object({ items: z.array(z.object({ id: z.uuid(), recordId: z.uuid(), version: z.int() })), unchanged: z.int() }),
    }),
    removeItem: operation({
      id: 'changeSet.removeItem', method: 'POST', path: `${path}/{id}/items/{item}/remove`, permission: write,
      summary: { en: 'Take a record out of a change set', 'zh-CN': '从变更集中移除变更项' },
      input: ofItem, output: z.object({}),
    }),
    rebase: operation({
      id: 'changeSet.rebase', method: 'POST', path: `${path}/{id}/items/{item}/rebase`, permission: write,
      summary: { en: 'Settle an item with its record as it is today', 'zh-CN': '以记录当前状态为准重新对齐变更项' },
      /** Fields that keep what the record says today; the item gives them up. All others overwrite it. */
      input: ofItem.extend({ keep: z.array(z.string().max(80)).max(200).default([]) }),
      output: z.object({ removed: z.boolean() }),
    }),
    preview: operation({
      id: 'changeSet.preview', method: 'POST', path: `${path}/{id}/preview`, permission: read,
      summary: { en: 'Find out what a change set would come to', 'zh-CN': '预演变更集的影响' },
      input: idInput, output: started,
    }),
    effect: operation({
      id: 'changeSet.effect', method: 'GET', path: `${path}/{id}/effect`, permission: read,
      summary: { en: 'What a change set would come to, as last found out', 'zh-CN': '查看最近一次预演结果' },
      input: idInput,
      output: z.object({
        effect: effect.nullable(),
        /** The items have changed since. */
        outdated: z.boolean(),
        /** The last preview while it is under way, or if it failed. */
        job: z.object({ id: z.uuid(), state: z.string(), error: z.object({ message: z.string(), hint: z.string().nullable() }).nullable() }).nullable(),
      }),
    }),
    submit: operation({
      id: 'changeSet.submit', method: 'POST', path: `${path}/{id}/submit`, permission: 'changeSet:submit',
      summary: { en: 'Submit a change set with its effect for approval', 'zh-CN': '将变更集连同影响提交审批' },
      input: versioned.extend({ reason: z.string().trim().max(2_000).optional() }), output: changeSet.row,
    }),
    revise: operation({
      id: 'changeSet.revise', method: 'POST', path: `${path}/{id}/revise`, permission: write,
      summary: { en: 'Open a rejected or approved change set for editing; an approval no longer holds', 'zh-CN': '重新编辑已驳回或已批准的变更集（原审批失效）' },
      input: versioned.extend({ reason }), output: changeSet.row,
    }),
    withdraw: operation({
      id: 'changeSet.withdraw', method: 'POST', path: `${path}/{id}/withdraw`, permission: write,
      summary: { en: 'Give a change set up', 'zh-CN': '撤销变更集' },
      input: versioned.extend({ reason }), output: changeSet.row,
    }),
    apply: operation({
      id: 'changeSet.apply', method: 'POST', path: `${path}/{id}/apply`, permission: 'changeSet:apply',
      summary: { en: 'Apply an approved change set, all of it or nothing', 'zh-CN': '执行已批准的变更集（全部生效或全部不生效）' },
      input: versioned, output: started,
    }),
    revert: operation({
      id: 'changeSet.revert', method: 'POST', path: `${path}/{id}/revert`, permission: write,
      summary: { en: 'Draft the change set that takes an applied one back', 'zh-CN': '生成用于还原的变更集草稿' },
      input: versioned.extend({ reason }), output: changeSet.row,
    }),
    ofRecord: operation({
      id: 'changeSet.ofRecord', method: 'GET', path: '/records/{noun}/{recordId}/planned-changes', permission: 'signedIn',
      summary: { en: 'Open change sets that touch a record, and drafts that it may be added to', 'zh-CN': '查看涉及某条记录的未完成变更集' },
      input: z.object({ noun: z.string().max(60), recordId: z.uuid() }),
      output: z.object({ planned: z.array(plannedChange), drafts: z.array(z.object({ id: z.uuid(), reference: z.string(), title: z.string() })), mayPlan: z.boolean(), labels: z.record(z.string(), label) }),
    }),
  },
}
