import { notFound } from '@heng/contract'
import { assess, scoreResidual, ScoreError, type MethodDefinition } from '@heng/engine-risk'
import { authorise, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import type { Rating } from '../../contract/risk.ts'
import { fitting, withAsset, type Basis } from '../../method/figures.ts'
import { assetFactor, type Factors } from '../../method/prepare.ts'
import { keptDefinition } from '../method/keep.ts'
import { preparedMethod } from '../method/prepared.ts'
import { risk, riskResource } from '../risk/register.ts'
import { assetsOfRisk, criteriaOf, nameOfPerson, reductionsOf, safeguardReductions, type ReductionRow } from './explainStore.ts'

const told = (definition: MethodDefinition, factors: Factors, reductions: readonly ReductionRow[] | null) => {
  const given = Object.fromEntries(Object.entries(factors).filter(([, v]) => v !== undefined)) as Record<string, number | null>
  const result = reductions === null
    ? assess(definition.id, given, definition)
    : scoreResidual(definition.id, given, reductions.map((r) => ({ control: r.reference, target: r.target, steps: r.steps })), definition)
  if (result instanceof ScoreError) return { missing: [result.field ?? ''], steps: [], level: null }
  return result.assessed ? { missing: [], steps: result.steps, level: result.level } : { missing: result.missing, steps: [], level: null }
}

const inputsOf = (definition: MethodDefinition, factors: Factors) =>
  definition.factors
    .filter((f) => f.optional !== true || factors[f.id] !== undefined)
    .map((f) => {
      const value = factors[f.id] ?? null
      return {
        id: f.id, label: f.title, value, title: f.levels?.find((l) => l.value === value)?.title ?? null,
        from: f.id === assetFactor ? ('asset' as const) : ('rated' as const), optional: f.optional === true,
      }
    })

const nothing = { method: null, criteria: null, inputs: [], assets: [], reductions: [], missing: [], rationale: null, ratedAt: null, ratedBy: null, steps: [], level: null, levelTitle: null }

/**
 * Tells a figure step by step, computed anew from the stored inputs by the very definition that gave it (kept under its
 * hash), so that anybody can follow it years later.
 */
export const explain = async (ctx: Ctx, { id, basis }: { id: string; basis: Basis }) => {
  const [row] = await rowsByIds(ctx, risk, [id])
  if (row === undefined) throw notFound('risk')
  authorise(ctx, 'risk:read', riskResource(row))
  const stored = row[`${basis}Level`] as number | null
  const rating = row[basis === 'inherent' || basis === 'evidenced' ? 'inherent' : 'current'] as Rating | null
  const definition = row.definitionHash === null ? null : await keptDefinition(ctx, row.definitionHash as string)
  if (definition === null || rating === null) return { ...nothing, basis, stored }
  return { ...(await explained(ctx, row, basis, definition, rating)), basis, stored }
}

const explained = async (ctx: Ctx, row: StoredRow, basis: Basis, definition: MethodDefinition, rating: Rating) => {
  const hash = row.definitionHash as string
  const method = preparedMethod(hash, definition)
  const factors = fitting(method, withAsset(method, rating.factors, row.assetValue as number | null))
  const reductions = basis === 'residual' ? await reductionsOf(ctx, row.id, rating.ratedAt, method.targets[0]!) : basis === 'evidenced' ? await safeguardReductions(ctx, row, method.targets[0]!) : []
  // Retained without measures: the residual is the current risk itself.
  const undecided = basis === 'residual' && reductions.length === 0 && row.option !== 'retain'
  // A measure that leaves an axis alone need not be told twice.
  const acting = reductions.some((r) => r.steps !== 0) ? reductions.filter((r) => r.steps !== 0) : reductions
  const result = undecided ? { missing: ['measures'], steps: [], level: null } : told(definition, factors, reductions.length > 0 ? acting : null)
  return {
    method: { id: definition.id, version: definition.version, title: definition.title, note: definition.note, status: definition.status, hash },
    criteria: await criteriaOf(ctx, row.criteria as string | null),
    inputs: inputsOf(definition, factors),
    assets: method.usesAsset ? await assetsOfRisk(ctx, row) : [],
    reductions: [...acting],
    ...result,
    rationale: rating.rationale, ratedAt: rating.ratedAt, ratedBy: await nameOfPerson(ctx, rating.ratedBy),
    levelTitle: definition.levels.find((l) => l.value === result.level)?.title ?? null,
  }
}
