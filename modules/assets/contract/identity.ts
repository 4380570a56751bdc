import { label, operation } from '@heng/contract'
import { z } from 'zod'

export const identifierKinds = ['cloudId', 'hostUuid', 'serial', 'assetTag', 'mac', 'fqdn', 'hostname', 'ip'] as const
export const identifier = z.object({ kind: z.enum(identifierKinds), value: z.string().trim().min(1).max(300) })

export const identity = {
  get: operation({
    id: 'asset.identity', method: 'GET', path: '/assets/{id}/identity', permission: 'asset:read',
    summary: { en: 'Identifiers of an asset and where its values come from', 'zh-CN': '资产标识及字段来源' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      identifiers: z.array(identifier.extend({ source: z.string(), firstSeen: z.iso.datetime(), lastSeen: z.iso.datetime() })),
      sources: z.array(z.object({ field: z.string(), source: z.string(), firstSeen: z.iso.datetime(), lastSeen: z.iso.datetime() })),
    }),
  }),
  set: operation({
    id: 'asset.setIdentifiers', method: 'PUT', path: '/assets/{id}/identifiers', permission: 'asset:write',
    summary: { en: 'Set the identifiers of an asset', 'zh-CN': '登记资产标识' },
    input: z.object({ id: z.uuid(), identifiers: z.array(identifier).max(200) }),
    output: z.object({}),
  }),
  duplicates: operation({
    id: 'asset.duplicates', method: 'GET', path: '/asset-duplicates', permission: 'asset:read',
    summary: { en: 'Assets that may be one and the same', 'zh-CN': '疑似重复资产' },
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({
      groups: z.array(z.object({ reason: z.enum(['identifier', 'name']), evidence: z.string(), ids: z.array(z.uuid()) })),
      labels: z.record(z.string(), label),
    }),
  }),
  merge: operation({
    id: 'asset.merge', method: 'POST', path: '/assets/{id}/merge', permission: 'asset:write',
    summary: { en: 'Merge duplicates into this asset', 'zh-CN': '合并重复资产' },
    input: z.object({ id: z.uuid(), others: z.array(z.uuid()).min(1).max(50), reason: z.string().trim().min(1).max(2_000) }),
    output: z.object({ merged: z.int() }),
  }),
}

export const settings = {
  get: operation({
    id: 'asset.settings', method: 'GET', path: '/asset-settings', permission: 'asset:read',
    summary: { en: 'How asset values are computed', 'zh-CN': '资产赋值规则' },
    input: z.object({}),
    output: z.object({
      valueFunction: z.enum(['max', 'weighted', 'log2-mean']),
      weights: z.object({ c: z.int(), i: z.int(), a: z.int() }).nullable(),
      keyThreshold: z.int(),
      /** The last time that all values were computed anew, while it runs and afterwards. */
      revaluation: z.object({
        jobId: z.uuid(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), done: z.int(), total: z.int().nullable(), startedAt: z.iso.datetime(),
      }).nullable(),
    }),
  }),
  update: operation({
    id: 'asset.changeSettings', method: 'PUT', path: '/asset-settings', permission: 'assetSettings:write',
    summary: { en: 'Change how asset values are calculated; every value is recalculated', 'zh-CN': '修改资产赋值规则，并重新计算全部资产价值' },
    input: z.object({
      valueFunction: z.enum(['max', 'weighted', 'log2-mean']),
      weights: z.object({ c: z.int().min(0).max(100), i: z.int().min(0).max(100), a: z.int().min(0).max(100) }).nullable(),
      keyThreshold: z.int().min(1).max(5),
      reason: z.string().trim().min(1).max(2_000),
    }),
    output: z.object({ jobId: z.uuid() }),
  }),
}
