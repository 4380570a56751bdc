import { operation } from '@heng/contract'
import { z } from 'zod'
import { tiers } from './asset.ts'

const node = z.object({
  id: z.uuid(), reference: z.string(), name: z.string(), tier: z.enum(tiers), type: z.string().nullable(), value: z.int().nullable(), keyAsset: z.boolean().nullable(),
})
const edge = z.object({ asset: z.uuid(), dependsOn: z.uuid(), note: z.string().nullable() })

/** One asset on the way along which a value came; a name that the caller may not see is null. */
const station = z.object({ id: z.uuid(), reference: z.string().nullable(), name: z.string().nullable(), tier: z.enum(tiers).nullable(), own: z.int().nullable() })

export const dependency = {
  valuePath: operation({
    id: 'asset.valuePath', method: 'GET', path: '/assets/{id}/value-path', permission: 'asset:read', asOf: true,
    summary: { en: 'From which asset, along which dependencies, a value was inherited', 'zh-CN': '资产价值的传递路径' },
    input: z.object({ id: z.uuid() }),
    /** From the asset whose own value it is down to this one; empty where nothing was inherited. */
    output: z.object({ path: z.array(station) }),
  }),
  graph: operation({
    id: 'asset.graph', method: 'GET', path: '/asset-graph', permission: 'asset:read', asOf: true,
    summary: { en: 'Assets and what they depend on, around one asset or for the whole organisation', 'zh-CN': '资产依赖关系图' },
    /** `unit` takes in the units below it; `depth` counts steps from `root` in either direction. */
    input: z.object({ root: z.uuid().optional(), depth: z.coerce.number().int().min(1).max(6).default(2), unit: z.uuid().optional(), limit: z.coerce.number().int().min(10).max(500).default(200) }),
    output: z.object({ nodes: z.array(node), edges: z.array(edge), cut: z.boolean() }),
  }),
  add: operation({
    id: 'asset.addDependencies', method: 'POST', path: '/assets/{id}/dependencies', permission: 'asset:write',
    summary: { en: 'Say what an asset depends on', 'zh-CN': '登记资产所依赖的资产' },
    input: z.object({ id: z.uuid(), dependsOn: z.array(z.uuid()).min(1).max(200), note: z.string().trim().max(500).optional() }),
    output: z.object({ added: z.int() }),
  }),
  remove: operation({
    id: 'asset.removeDependency', method: 'DELETE', path: '/assets/{id}/dependencies/{dependsOn}', permission: 'asset:write',
    summary: { en: 'Take a dependency away', 'zh-CN': '删除依赖关系' },
    input: z.object({ id: z.uuid(), dependsOn: z.uuid(), reason: z.string().trim().max(2_000).optional() }),
    output: z.object({}),
  }),
}
