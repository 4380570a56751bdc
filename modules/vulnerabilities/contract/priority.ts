import { operation } from '@heng/contract'
import { z } from 'zod'

/** Why one vulnerability has its priority and its day, in the reader's language. */
export const explanation = z.object({
  /** The policy as it stood when the vulnerability was weighed; `version` as people and history name it. */
  policy: z.object({ id: z.string(), name: z.string(), version: z.string() }),
  /** Whether that is the version in force now: a later one that changes nothing about a vulnerability leaves it be. */
  inForce: z.boolean(),
  rule: z.string().nullable(),
  /** Sentences; none where the shipped policy that it was weighed by is another by now. */
  reasons: z.array(z.string()),
  /** What the policy asked for, as it was known then; null: not assessed. `text` is the value in words. */
  inputs: z.array(z.object({ field: z.string(), name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).nullable(), text: z.string().nullable() })),
  /** Names of inputs. */
  notAssessed: z.array(z.string()),
  couldChange: z.array(z.string()),
  dueOn: z.iso.date().nullable(),
  /** The day from which its time runs. */
  from: z.iso.date().nullable(),
})
export type Explanation = z.output<typeof explanation>

export const explain = operation({
  id: 'vulnerability.explain', method: 'GET', path: '/vulnerabilities/{id}/explain', permission: 'vulnerability:read',
  summary: { en: 'Why a vulnerability has its priority and its day', 'zh-CN': '漏洞优先级与修复期限的判定依据' },
  input: z.object({ id: z.uuid() }),
  output: explanation,
})
