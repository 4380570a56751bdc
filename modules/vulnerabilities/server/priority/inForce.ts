import { HengError } from '@heng/contract'
import { compilePolicy, dueBy, parsePolicy, PolicyError, standardPolicies, type CompiledPolicy, type FieldId, type Policy } from '@heng/engine-priority'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** What holds until the organisation decides otherwise. */
export const usualPolicy: Policy = standardPolicies.find(({ id }) => id === 'standard')!

export interface InForce {
  /** 0: the usual one, which nobody has decided on. */
  readonly version: number
  readonly policy: CompiledPolicy
  /** Inputs that the policy asks for. */
  readonly asks: ReadonlySet<FieldId>
  readonly due: ReturnType<typeof dueBy>
}

/** A policy made ready for use. */
export const prepared = (definition: Policy, version: number): InForce => {
  const policy = compilePolicy(definition)
  return { version, policy, asks: new Set(policy.explain({}).inputs.map(({ field }) => field)), due: dueBy(definition) }
}

const usual = prepared(usualPolicy, 0)
/** By the id of the decision, which is drawn anew where a decision is rolled back. */
const decided = new Map<string, InForce>()
/** So many policies are kept ready; more would be organisations without end. */
const mostKept = 64

const readable = (definition: unknown, version: number): Policy => {
  try {
    return parsePolicy(definition)
  } catch (error) {
    throw error instanceof PolicyError ? new HengError('vulnerabilityPolicy.unreadable', { status: 409, params: { version }, cause: error }) : error
  }
}

interface Row {
  readonly id: string
  readonly version: number
  readonly definition: unknown
}
const ready = ({ id, version, definition }: Row): InForce => {
  const known = decided.get(id)
  if (known !== undefined) return known
  const made = prepared(readable(definition, version), version)
  if (decided.size >= mostKept) decided.clear()
  decided.set(id, made)
  return made
}

/** The policy by which the organisation weighs vulnerabilities. One statement. Throws `vulnerabilityPolicy.unreadable`. */
export const policyInForce = async (ctx: Ctx): Promise<InForce> => {
  const { rows } = await sql<Row>`select id, version, definition from vulnerability_policy where org_id = ${ctx.org.id} order by version desc limit 1`.execute(ctx.tx)
  return rows[0] === undefined ? usual : ready(rows[0])
}

/** The policy as it stood in a version; null where there is none such. One statement. Throws as `policyInForce`. */
export const policyOfVersion = async (ctx: Ctx, version: number): Promise<InForce | null> => {
  if (version === 0) return usual
  const { rows } = await sql<Row>`select id, version, definition from vulnerability_policy where org_id = ${ctx.org.id} and version = ${version}`.execute(ctx.tx)
  return rows[0] === undefined ? null : ready(rows[0])
}
