import { notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import type { LossModel, Reduction } from '../../contract/index.ts'
import { reductionsOf } from '../chain/reductions.ts'
import { figuresOfBases, modelsOf } from '../model/bases.ts'
import { readModel } from '../model/read.ts'
import { authoriseOfRisk } from './ofRisk.ts'
import { quantification } from './register.ts'
import { refuseLong } from './refuseLong.ts'

interface Switched {
  readonly off: readonly string[]
  readonly full: readonly string[]
}

/** Controls and measures with some of them switched off, and some as if they worked fully. */
export const switched = (reductions: readonly Reduction[], { off, full }: Switched): Reduction[] =>
  reductions.map((one) => (off.includes(one.id) ? { ...one, effectiveness: 0 } : full.includes(one.id) ? { ...one, effectiveness: 100 } : one))

/** What a model comes to for a risk: for whoever is still writing it. */
export const preview = async (ctx: Ctx, { id, model: given, years, seed, ...wanted }: Switched & { id: string; model: LossModel; years: number; seed: number }) => {
  await authoriseOfRisk(ctx, id)
  const model = readModel(given, ctx.locale)
  refuseLong(model, years)
  const reductions = (await reductionsOf(ctx, [id])).get(id) ?? []
  return { bases: await figuresOfBases(modelsOf(model, switched(reductions, wanted)), { id, years, seed }), years, seed }
}

/** A risk as it is beside what it would be; both from the same chance, so that they differ by their inputs alone. */
export const whatIf = async (ctx: Ctx, { id, model: given, years, ...wanted }: Switched & { id: string; model?: LossModel | undefined; years: number }) => {
  const [row] = await rowsByIds(ctx, quantification, [id])
  if (row === undefined) throw notFound('quantification')
  authorise(ctx, 'quantification:read', resourceOf(quantification, row))
  const [own, risk, seed] = [row.model as LossModel, row.risk as string, row.seed as number]
  const model = given === undefined ? own : readModel(given, ctx.locale)
  for (const one of [own, model]) refuseLong(one, years)
  const reductions = (await reductionsOf(ctx, [risk])).get(risk) ?? []
  const of = (one: LossModel, some: readonly Reduction[]) => figuresOfBases(modelsOf(one, some), { id: risk, years, seed, alike: true })
  return { today: await of(own, reductions), changed: await of(model, switched(reductions, wanted)), years, seed }
}
