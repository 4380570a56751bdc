import { operation } from '@heng/contract'
import { z } from 'zod'
import { priorities } from './vulnerability.ts'

/** A policy as data, as `parsePolicy` of the engine reads it. */
export const policyDefinition = z.record(z.string(), z.unknown())

/** A decision of the organisation that put a policy in force. */
export const policyVersion = z.object({
  /** 0: the shipped standard policy, which nobody has decided on. */
  version: z.int(),
  title: z.object({ en: z.string(), 'zh-CN': z.string() }),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  decidedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  reason: z.string().nullable(),
  /** The job that weighed what stood by it. */
  job: z.uuid().nullable(),
})
export type PolicyVersion = z.output<typeof policyVersion>

const count = z.int().nonnegative()
/** What a policy would do to what is open now: the result of a preview's job. */
export const policyEffect = z.object({
  looked: count,
  /** Open vulnerabilities by the priority they have and the one they would have; only pairs that there are. Null: not weighed. */
  moves: z.array(z.object({ from: z.enum(priorities).nullable(), to: z.enum(priorities), count })),
  /** Of which the day would come sooner, or later, or that would have one, or none. */
  sooner: count, later: count,
  overdueNow: count, overdueThen: count,
  /** Not overdue today, and overdue at once by the other policy. */
  becomeOverdue: count,
})
export type PolicyEffect = z.output<typeof policyEffect>

const path = '/vulnerability-policy'
export const policyOperations = {
  get: operation({
    id: 'vulnerabilityPolicy.get', method: 'GET', path, permission: 'vulnerabilityPolicy:read',
    summary: { en: 'The policy by which vulnerabilities are weighed, its versions, and those shipped to start from', 'zh-CN': '查看现行漏洞处置策略、历史版本及内置策略' },
    /** An earlier version's definition instead of the one in force. */
    input: z.object({ version: z.coerce.number().int().min(0).optional() }),
    output: z.object({
      inForce: policyVersion, shown: policyVersion, definition: policyDefinition,
      /** Newest first. */
      versions: z.array(policyVersion), shipped: z.array(policyDefinition),
      allowed: z.array(z.enum(['preview', 'set'])),
    }),
  }),
  preview: operation({
    id: 'vulnerabilityPolicy.preview', method: 'POST', path: `${path}/preview`, permission: 'vulnerabilityPolicy:preview',
    summary: { en: 'Work out what a draft policy would do to all open vulnerabilities', 'zh-CN': '预览策略草案对全部未修复漏洞的影响' },
    input: z.object({ definition: policyDefinition }),
    output: z.object({ jobId: z.uuid() }),
  }),
  set: operation({
    id: 'vulnerabilityPolicy.set', method: 'POST', path, permission: 'vulnerabilityPolicy:write',
    summary: { en: 'Put a policy in force and weigh all vulnerabilities by it', 'zh-CN': '启用策略并据此重新判定全部漏洞' },
    /** `version`: the one in force that the author saw. */
    input: z.object({ definition: policyDefinition, reason: z.string().trim().min(1).max(2_000), version: z.int().min(0) }),
    output: z.object({ version: z.int(), jobId: z.uuid() }),
  }),
}
