import type { MethodDefinition } from '@heng/engine-risk'
import { HengError } from '@heng/contract'
import { allows, canonicalJson, register, startJob, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { riskCriteria as noun, type AcceptanceRule, type Scales } from '../../contract/criteria.ts'
import { hashOf } from '../method/hash.ts'
import { criteriaInForce, forgetCriteria } from '../method/inForce.ts'
import { keepDefinitions } from '../method/keep.ts'
import { defaultAcceptance } from './defaults/acceptance.ts'
import { fittingScales } from './defaults/scales.ts'
import { builtIn, chosenMethod, named, soundDefinition } from './definition.ts'
import { checkAcceptance, mayBecome, type CriteriaState } from './rules.ts'

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/**
 * Fills what a newcomer leaves open, so that criteria are complete from the first moment: without a method those in force
 * are carried over, or the organisation's choice is taken. Another method keeps the texts that still fit its scales.
 */
const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const carried = drafts.some((d) => d.before === null && d.after.definition === null) ? await carriedOver(ctx) : null
  for (const { before, after } of drafts) {
    after.state ??= 'draft'
    if (before !== null && same(before.definition, after.definition)) continue
    if (after.definition === null && carried !== null) {
      after.definition = carried.definition
      after.scales ??= carried.scales
      after.acceptance ??= carried.acceptance
    }
    const given = after.definition === null ? builtIn(chosenMethod(ctx)) : soundDefinition(ctx, after.definition)
    const definition = named(given, after.reference, after.version)
    after.definition = definition
    after.method = `${definition.id}@${definition.version}`
    after.definitionHash = hashOf(definition)
    after.scales = fittingScales(definition, after.scales as Scales | null)
    if ((after.acceptance as AcceptanceRule[] | null)?.length !== definition.levels.length) after.acceptance = defaultAcceptance(definition.levels.length)
  }
}

const carriedOver = async (ctx: Ctx): Promise<{ definition: MethodDefinition; scales: Scales; acceptance: AcceptanceRule[] } | null> => {
  const now = await criteriaInForce(ctx)
  if (now === null) return null
  const { rows } = await sql<{ definition: MethodDefinition; scales: Scales; acceptance: AcceptanceRule[] }>`
    select definition, scales, acceptance from risk_criteria where org_id = ${ctx.org.id} and id = ${now.id}`.execute(ctx.tx)
  return rows[0] ?? null
}

const contents = ['name', 'appetite', 'performing', 'definition', 'scales', 'acceptance'] as const
/** What top management approves; frozen word for word. */
export const contentOf = (row: StoredRow) => Object.fromEntries([...contents, 'method', 'definitionHash'].map((key) => [key, row[key] ?? null]))

const check = (_ctx: Ctx, drafts: readonly Draft[], action: string): void => {
  for (const { before, after } of drafts) {
    const [was, is] = [before?.state as CriteriaState | undefined, after.state as CriteriaState]
    if (was !== undefined && was !== is && !mayBecome(was, is)) throw new HengError('risks.criteriaState', { status: 409, params: { state: was } })
    if (action === 'archived' && (was === 'approved' || was === 'inReview')) throw new HengError('risks.criteriaInUse', { status: 409 })
    const changed = before !== null && contents.some((key) => !same(before[key], after[key]))
    if (changed && (was !== 'draft' || is !== 'draft')) throw new HengError('risks.criteriaFrozen', { status: 409 })
    checkAcceptance(after.acceptance as AcceptanceRule[], (after.definition as MethodDefinition).levels.map((l) => l.value))
  }
}

export const criteria = register(noun, {
  table: 'risk_criteria',
  importable: false,
  derive,
  check: async (ctx, drafts, action) => {
    check(ctx, drafts, action)
    // Before the row: ratings refer to a definition by its hash.
    const fresh = drafts.filter((d) => d.before?.definitionHash !== d.after.definitionHash)
    if (fresh.length > 0) {
      await keepDefinitions(ctx, fresh.map(({ after }) => ({ hash: after.definitionHash as string, definition: after.definition as MethodDefinition })))
    }
    forgetCriteria(ctx)
  },
  frozen: (row) => row.state !== 'draft' && row.state !== 'superseded',
  // Provisional figures follow the draft that they are rated by; those of approved criteria wait for somebody to say so.
  afterwards: async (ctx, drafts) => {
    const moved = drafts.filter(({ before, after }) => before !== null && before.definitionHash !== after.definitionHash)
    if (moved.length === 0) return
    const now = await criteriaInForce(ctx)
    if (moved.some(({ after }) => after.id === now?.id)) await startJob(ctx, 'risks.recompute', {})
  },
  actions: (ctx, row) => {
    if (row.archivedAt !== null || !allows(ctx, 'riskCriteria:submit')) return []
    return row.state === 'draft' ? ['submit'] : []
  },
})
