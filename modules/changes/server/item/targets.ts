import { HengError } from '@heng/contract'
import { allows, keepsVerb, type AnyRegister, type Ctx, type Kit } from '@heng/server-kit'
import { specialFields } from '../special/fields.ts'

/**
 * Never through a change set: records with a life of their own (asked, decided, concluded) that only their verbs lead through it, and
 * people with their rights, which other administrators answer for.
 */
const denied: ReadonlySet<string> = new Set([
  'approval', 'workItem', 'import', 'changeSet', 'person', 'unit', 'roleAssignment', 'campaign', 'assetScan', 'riskCriteria', 'riskScenario',
  'treatmentPlan', 'riskAcceptance', 'riskAssessment', 'soa', 'soaLine', 'framework', 'requirement', 'mapping', 'scope',
])

/** Registers whose writes are their own, so that writing sets of records keeps all their rules. */
export const targetsOf = (kit: Kit): AnyRegister[] =>
  [...kit.registers.values()].filter((reg) => !denied.has(reg.noun.name) && reg.options.importable !== false && (['create', 'update', 'archive'] as const).every((verb) => keepsVerb(kit, reg, verb)))

export const isTarget = (kit: Kit, noun: string): boolean => targetsOf(kit).some((reg) => reg.noun.name === noun)

/** Throws `changes.notATarget`. */
export const theTarget = (kit: Kit, noun: string): AnyRegister => {
  const found = targetsOf(kit).find((reg) => reg.noun.name === noun)
  if (found === undefined) throw new HengError('changes.notATarget', { params: { noun }, fields: [{ path: 'noun', code: 'custom' }] })
  return found
}

export const targets = async (ctx: Ctx) => ({
  nouns: targetsOf(ctx.kit).filter((reg) => allows(ctx, `${reg.noun.name}:write`)).map((reg) => ({
    noun: reg.noun.name, mayCreate: true, special: specialFields.filter((s) => s.noun === reg.noun.name).map((s) => s.field),
  })),
})
