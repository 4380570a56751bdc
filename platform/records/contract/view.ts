import { listQuery, operation } from '@heng/contract'
import { z } from 'zod'

const page = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,59}$/)
const name = z.string().trim().min(1).max(80)
/** The list as its URL says it, without the place in it. */
export const viewQuery = listQuery.omit({ cursor: true, limit: true })
const columns = z.array(z.string().max(60)).max(100).nullable()

export const viewRow = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Register that the view belongs to: its noun's name. */
  page: z.string(),
  name: z.string(),
  query: viewQuery,
  /** Visible columns in their order; null leaves the choice to the register. */
  columns,
  shared: z.boolean(),
  owner: z.object({ personId: z.uuid(), name: z.string() }),
  /** Whether this caller starts the register with it. */
  isDefault: z.boolean(),
  allowed: z.array(z.enum(['update', 'remove'])),
})
export type ViewRow = z.output<typeof viewRow>

const contents = { name, query: viewQuery, columns: columns.optional(), shared: z.boolean().optional() }

export const view = {
  list: operation({
    id: 'view.list', method: 'GET', path: '/views', permission: 'signedIn',
    summary: { en: 'Saved views of a register: own and shared', 'zh-CN': '列表的已存视图：本人的和共享的' },
    input: z.object({ page }),
    output: z.object({ items: z.array(viewRow), mayShare: z.boolean() }),
  }),
  create: operation({
    id: 'view.create', method: 'POST', path: '/views', permission: 'view:write',
    summary: { en: 'Save a view', 'zh-CN': '保存视图' },
    input: z.object({ page, ...contents, isDefault: z.boolean().optional() }),
    output: viewRow,
  }),
  update: operation({
    id: 'view.update', method: 'PATCH', path: '/views/{id}', permission: 'view:write',
    summary: { en: 'Change a saved view', 'zh-CN': '修改已存视图' },
    input: z.object({ id: z.uuid(), version: z.int().min(1), values: z.object(contents).partial() }),
    output: viewRow,
  }),
  remove: operation({
    id: 'view.remove', method: 'POST', path: '/views/{id}/remove', permission: 'view:write',
    summary: { en: 'Delete a saved view', 'zh-CN': '删除已存视图' },
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  setDefault: operation({
    id: 'view.setDefault', method: 'PUT', path: '/views/default', permission: 'view:write',
    summary: { en: 'Choose the view that I start a register with', 'zh-CN': '设置本人打开列表时的默认视图' },
    input: z.object({ page, id: z.uuid().nullable() }),
    output: z.object({}),
  }),
}
