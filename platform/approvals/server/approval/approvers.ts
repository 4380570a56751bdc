import { HengError, invalid, type Role } from '@heng/contract'
import { holdersOf, signInAble } from '@heng/directory/reads'
import type { Ctx } from '@heng/server-kit'
import type { Step } from './rules.ts'

type Asked = Pick<Step, 'role' | 'unit' | 'persons'>

/** Who could decide each step today, in the order of the steps; two statements. Requesters are left out unless the kind lets them decide. */
export const approversOf = async (ctx: Ctx, steps: readonly Asked[], without: string | null): Promise<string[][]> => {
  const byRole = steps.map((step, at) => ({ step, at })).filter(({ step }) => step.role !== null)
  const holders = await holdersOf(ctx, byRole.map(({ step }) => ({ role: step.role as Role, unitId: step.unit })))
  const named = await signInAble(ctx, [...new Set(steps.flatMap((step) => [...step.persons]))])
  return steps.map((step, at) => {
    const held = holders[byRole.findIndex((one) => one.at === at)] ?? []
    return [...new Set([...step.persons.filter((id) => named.has(id)), ...held])].filter((id) => id !== without)
  })
}

/** Refuses steps that could never be completed, so that nothing is sent to nobody. Throws `approval.noApprover`. */
export const checkReachable = (steps: readonly (Asked & { readonly quorum: number })[], approvers: readonly (readonly string[])[]): void => {
  steps.forEach((step, at) => {
    const found = approvers[at]!.length
    if (found < step.quorum) {
      throw new HengError('approval.noApprover', { status: 409, params: { step: at + 1, needed: step.quorum, found }, data: { step: at, role: step.role, unit: step.unit } })
    }
  })
}

/** Refuses steps that name nobody or ask for nothing. */
export const checkShape = (steps: readonly (Asked & { readonly quorum: number })[]): void => {
  if (steps.length === 0) throw invalid('steps', 'required')
  if (steps.length > 20) throw invalid('steps', 'tooBig', { maximum: 20 })
  steps.forEach((step, at) => {
    if (step.role === null && step.persons.length === 0) throw invalid(`steps.${at}`, 'required')
    if (!Number.isInteger(step.quorum) || step.quorum < 1) throw invalid(`steps.${at}.quorum`, 'tooSmall', { minimum: 1 })
  })
}
