import { HengError, notFound } from '@heng/contract'
import { fields, valueText, type Facts, type FieldId } from '@heng/engine-priority'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import type { PriorityReason } from '../../contract/vulnerability.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { policyInForce, policyOfVersion, type InForce } from './inForce.ts'

/** `1.0.0/3`: the policy's own version, and the decision of the organisation that put it in force. */
const decisionOf = (version: string): number => Number(version.slice(version.lastIndexOf('/') + 1))

/** By the very policy that the vulnerability was weighed by; null where it was a shipped one that is another now. */
const weighedBy = async (ctx: Ctx, { policy, version }: PriorityReason, now: InForce): Promise<InForce | null> => {
  const decision = decisionOf(version)
  const found = decision === now.version ? now : await policyOfVersion(ctx, decision)
  return found !== null && found.policy.policy.id === policy && `${found.policy.policy.version}/${found.version}` === version ? found : null
}

/** Why a vulnerability has its priority and its day, from the policy and the inputs kept with it. Three statements. Throws `vulnerability.notWeighed`. */
export const explain = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, vulnerability, [id])
  if (row === undefined) throw notFound('vulnerability')
  authorise(ctx, 'vulnerability:read', resourceOf(vulnerability, row))
  const reason = row.priorityReason as PriorityReason | null
  if (reason === null) throw new HengError('vulnerability.notWeighed', { status: 409, params: { reference: row.reference } })
  const now = await policyInForce(ctx)
  const by = await weighedBy(ctx, reason, now)
  const facts = reason.inputs as Facts
  const told = by?.policy.explain(facts) ?? null
  const name = (field: string): string => fields.find((one) => one.id === field)?.name[ctx.locale] ?? field
  return {
    policy: { id: reason.policy, name: by?.policy.policy.title[ctx.locale] ?? reason.policy, version: reason.version }, inForce: by === now,
    rule: reason.rule, reasons: (told?.reasons ?? []).map((one) => one[ctx.locale]),
    inputs: (told?.inputs ?? []).map(({ field, value }) => ({ field, name: name(field), value, text: value === null ? null : valueText(field as FieldId, value)[ctx.locale] })),
    notAssessed: reason.notAssessed.map(name), couldChange: reason.couldChange.map(name), dueOn: row.dueOn as string | null, from: reason.from,
  }
}
