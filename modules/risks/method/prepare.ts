import { compile, type Factor, type MethodDefinition } from '@heng/engine-risk'
import { axesOf, axisPart, inOrder, type Axes } from './axes.ts'
import { outcomeOf, partOf, withGiven } from './parts.ts'

/** Factor values by id; null is "not assessed", an absent optional factor plays no part. */
export type Factors = Readonly<Record<string, number | null | undefined>>

/** What a rating comes to: the risk level and its place on the heat map. Null is "not assessed". */
export interface Figure {
  readonly level: number | null
  readonly likelihood: number | null
  readonly impact: number | null
}
export const notAssessed: Figure = { level: null, likelihood: null, impact: null }

/** Whole steps taken off each target, all measures together. */
export type Taken = Readonly<Record<string, number>>

/** A method made ready for many ratings; every answer is a few table look-ups. */
export interface Method {
  readonly definition: MethodDefinition
  readonly axes: Axes
  /** Factors that people rate: all but the value of the asset, which comes from the asset. */
  readonly rated: readonly Factor[]
  readonly usesAsset: boolean
  /** What a measure can lower: `likelihood` and `impact`, or factors where the method names no axes. */
  readonly targets: readonly string[]
  figure: (factors: Factors) => Figure
  /** The same once measures have taken their steps off, never below the lowest step: `scoreResidual` of the engine, as look-ups. */
  residual: (factors: Factors, taken: Taken) => Figure
  /** The level of a cell of the heat map, as far as its two axes alone decide it. */
  cell: (likelihood: number, impact: number) => number | null
}

/** The factor that the asset's own value stands for. */
export const assetFactor = 'asset'

/** @throws RangeError from `figure` and `residual` where a value is off its scale */
export const prepare = (definition: MethodDefinition): Method => {
  const axes = axesOf(definition)
  const roleOf = new Map([[axes.likelihood.id, 'likelihood'], [axes.impact.id, 'impact']])
  const order = inOrder(definition, [...roleOf.keys()])
  const stages = order.filter((id) => definition.stages.some((s) => s.id === id))
  const parts = new Map(stages.map((id) => [id, compile(axisPart(definition, id, stages.slice(0, stages.indexOf(id))))]))
  const rest = compile(partOf(withGiven(definition, stages), outcomeOf(definition)))
  const lowest = new Map(definition.factors.map((f) => [f.id, f.min]))

  /** Walks the axes, lowering each before the next uses it, then reads the outcome. */
  const run = (factors: Factors, taken: Taken): Figure => {
    const values: Record<string, number | null | undefined> = { ...factors }
    const place: Record<string, number | null> = { likelihood: null, impact: null }
    if (!axes.named) {
      for (const [id, steps] of Object.entries(taken)) {
        const value = values[id]
        if (value != null) values[id] = Math.max(lowest.get(id) ?? 1, value - steps)
      }
    }
    for (const id of order) {
      const role = roleOf.get(id)!
      const reached = parts.has(id) ? parts.get(id)!.levelOf(values) : (values[id] ?? null)
      const left = reached === null || !axes.named ? reached : Math.max(lowest.get(id) ?? 1, reached - (taken[role] ?? 0))
      place[role] = left
      // A factor left out on purpose stays left out; only what was reached is written back.
      if (left !== null || values[id] !== undefined || parts.has(id)) values[id] = left
    }
    const level = rest.levelOf(values)
    return { level, likelihood: place.likelihood ?? null, impact: place.impact ?? null }
  }

  return {
    definition,
    axes,
    rated: definition.factors.filter((f) => f.id !== assetFactor),
    usesAsset: definition.factors.some((f) => f.id === assetFactor),
    targets: axes.named ? ['likelihood', 'impact'] : definition.factors.map((f) => f.id).filter((id) => id !== assetFactor),
    figure: (factors) => run(factors, {}),
    residual: run,
    cell: (likelihood, impact) => (axes.named ? rest.levelOf({ [axes.likelihood.id]: likelihood, [axes.impact.id]: impact }) : null),
  }
}
