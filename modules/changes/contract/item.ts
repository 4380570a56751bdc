import { label } from '@heng/contract'
import { z } from 'zod'

export const itemActions = ['create', 'update', 'archive', 'restore'] as const
export type ItemAction = (typeof itemActions)[number]

/**
 * How an item stands to its record as it is today. `steady`: as when the item was drafted; `moved`: changed since, but not in what the item
 * changes; `clash`: in just that; `done`: the record says it already; `gone`: it was archived or restored meanwhile.
 */
export const standings = ['steady', 'moved', 'clash', 'done', 'gone'] as const
export type Standing = (typeof standings)[number]

/** One field before and after; absent is null. */
export const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type FieldChange = z.output<typeof fieldChange>

export const frozenItem = z.object({
  id: z.uuid(),
  noun: z.string(),
  recordId: z.uuid(),
  /** Null for a record that the set creates. */
  reference: z.string().nullable(),
  label: z.string(),
  action: z.enum(itemActions),
  note: z.string().nullable(),
  changes: z.array(fieldChange),
})
export type FrozenItem = z.output<typeof frozenItem>

export const changeItem = frozenItem.extend({
  version: z.int(),
  /** Version of the record that the item was drafted on; null for a new record. */
  baseVersion: z.int().nullable(),
  currentVersion: z.int().nullable(),
  standing: z.enum(standings),
  changes: z.array(fieldChange.extend({ current: z.unknown(), standing: z.enum(['steady', 'clash', 'done']) })),
})
export type ChangeItem = z.output<typeof changeItem>

export const itemList = z.object({ items: z.array(changeItem), labels: z.record(z.string(), label) })

/** What of an open change set touches a record. */
export const plannedChange = z.object({
  set: z.object({ id: z.uuid(), reference: z.string(), title: z.string(), state: z.string(), plannedOn: z.string().nullable(), mayRead: z.boolean(), mayEdit: z.boolean() }),
  item: z.object({ id: z.uuid(), version: z.int(), action: z.enum(itemActions), note: z.string().nullable(), changes: z.array(fieldChange) }).nullable(),
})
export type PlannedChange = z.output<typeof plannedChange>
