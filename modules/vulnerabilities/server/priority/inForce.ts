import { compilePolicy, standardPolicies, type CompiledPolicy, type Policy } from '@heng/engine-priority'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** What holds until the organisation decides otherwise. */
export const usualPolicy: Policy = standardPolicies.find(({ id }) => id === 'standard')!

const compiled = new Map<string, CompiledPolicy>()
/** So many policies are kept compiled; more would be organisations without end. */
const mostKept = 64

export interface InForce {
  /** 0: the usual one, which nobody has decided on. */
  readonly version: number
  readonly policy: CompiledPolicy
}

/** The policy by which the organisation weighs vulnerabilities. One statement. */
export const policyInForce = async (ctx: Ctx): Promise<InForce> => {
  const { rows } = await sql<{ version: number; definition: Policy }>`select version, definition from vulnerability_policy where org_id = ${ctx.org.id} order by version desc limit 1`.execute(ctx.tx)
  const { version, definition } = rows[0] ?? { version: 0, definition: usualPolicy }
  const key = `${ctx.org.id} ${version}`
  const known = compiled.get(key)
  if (known !== undefined) return { version, policy: known }
  const policy = compilePolicy(definition)
  if (compiled.size >= mostKept) compiled.clear()
  compiled.set(key, policy)
  return { version, policy }
}
