import { z } from 'zod'
import type { Fields } from './field.ts'
import { listQuery, label, pageOf } from './list.ts'
import type { Noun } from './noun.ts'
import { operation } from './operation.ts'

export const idInput = z.object({ id: z.uuid() })
const versioned = z.object({ id: z.uuid(), version: z.int().min(1) })
const reason = { reason: z.string().trim().max(2_000).optional() }
export const bulkResult = z.object({ changed: z.int(), refused: z.array(z.object({ id: z.uuid(), code: z.string(), message: z.string() })) })

/**
 * The operations that every register has. A room adds its own verbs beside them and overrides those with rules.
 * `path` is the plural in the URL (`/assets`); permissions are `noun:read` and `noun:write`.
 */
export const registerOperations = <F extends Fields>(n: Noun<F>, path: `/${string}`) => {
  const read = `${n.name}:read` as const
  const write = `${n.name}:write` as const
  const says = (en: string, zh: string) => ({ en: `${en}: ${n.name}`, 'zh-CN': `${zh}：${n.name}` })
  const one = n.row.extend({ labels: z.record(z.string(), label) })
  return {
    list: operation({ id: `${n.name}.list`, method: 'GET', path, permission: read, summary: says('List', '列表'), asOf: true, input: listQuery, output: pageOf(n.listed) }),
    get: operation({ id: `${n.name}.get`, method: 'GET', path: `${path}/{id}`, permission: read, summary: says('Get', '查看'), asOf: true, input: idInput, output: one }),
    create: operation({ id: `${n.name}.create`, method: 'POST', path, permission: write, summary: says('Create', '新建'), input: n.create, output: n.row }),
    update: operation({ id: `${n.name}.update`, method: 'PATCH', path: `${path}/{id}`, permission: write, summary: says('Change', '修改'), input: versioned.extend({ values: n.update, ...reason }), output: n.row }),
    archive: operation({ id: `${n.name}.archive`, method: 'POST', path: `${path}/{id}/archive`, permission: write, summary: says('Archive', '归档'), input: versioned.extend(reason), output: n.row }),
    restore: operation({ id: `${n.name}.restore`, method: 'POST', path: `${path}/{id}/restore`, permission: write, summary: says('Restore', '恢复'), input: versioned.extend(reason), output: n.row }),
    bulk: operation({ id: `${n.name}.bulk`, method: 'POST', path: `${path}/bulk`, permission: write, summary: says('Change several', '批量修改'), input: z.object({ ids: z.array(z.uuid()).min(1).max(1_000), values: n.update, ...reason }), output: bulkResult }),
  }
}
