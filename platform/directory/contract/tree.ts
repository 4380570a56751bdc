import { operation } from '@heng/contract'
import { z } from 'zod'

export const unitTree = operation({
  id: 'unit.tree', method: 'GET', path: '/unit-tree', permission: 'unit:read',
  summary: { en: 'All units at once, with heads and headcount', 'zh-CN': '组织架构树（含负责人和人数）' },
  input: z.object({}),
  output: z.object({
    units: z.array(z.object({
      id: z.uuid(), reference: z.string(), name: z.string(), code: z.string().nullable(), parent: z.uuid().nullable(),
      head: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      /** Persons directly in the unit. */
      people: z.int(),
    })),
    /** Whether the caller may add units. */
    mayWrite: z.boolean(),
  }),
})
