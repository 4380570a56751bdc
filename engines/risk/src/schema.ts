import { z } from 'zod'

const id = z.string().regex(/^[a-z][A-Za-z0-9-]{0,63}$/)
const title = z.strictObject({
  en: z.string().trim().min(1).max(200),
  'zh-CN': z.string().trim().min(1).max(200),
})
const note = z.strictObject({
  en: z.string().trim().min(1).max(4000),
  'zh-CN': z.string().trim().min(1).max(4000),
})

/**
 * A named step of a scale. `id` is what people may type in place of the number, in any case ("VH"); it starts with
 * a letter, so it is never mistaken for a number.
 */
export const scaleLevelSchema = z.strictObject({
  value: z.int().min(0).max(20),
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/),
  title,
})

/**
 * One input of a method: whole numbers `min`–`max`, where more always means worse. `levels`, when given, names
 * every value. An `optional` factor may feed the last stage only, which is left out when the factor is not given.
 */
export const factorSchema = z.strictObject({
  id,
  title,
  min: z.int().min(0).max(20),
  max: z.int().min(0).max(20),
  optional: z.boolean().optional(),
  levels: z.array(scaleLevelSchema).max(21).optional(),
})

const bands = z.array(z.int().min(0).max(1_000_000)).min(1).max(20)

/**
 * Looks up `cells[row][column]`. `rows` and `columns` name a factor or an earlier stage, whose level is used.
 * Row and column 0 stand for the lowest value. Without `bands` the cell is the level itself, from 1.
 */
export const tableStageSchema = z.strictObject({
  kind: z.literal('table'),
  id,
  title,
  rows: id,
  columns: id,
  cells: z
    .array(z.array(z.int().min(0).max(1_000_000)).min(1).max(21))
    .min(1)
    .max(21),
  bands: bands.optional(),
})

/**
 * The square root of the product of the named factors (one named twice counts squared). `bands` are compared as
 * whole numbers: product ≤ band², never by way of a float. Without bands it only explains and has no level.
 */
export const rootProductStageSchema = z.strictObject({
  kind: z.literal('root-product'),
  id,
  title,
  factors: z.array(id).min(1).max(6),
  bands: bands.optional(),
})

/** A stage: `bands` are inclusive upper edges, ascending; the level is the number of the first band that holds. */
export const stageSchema = z.discriminatedUnion('kind', [tableStageSchema, rootProductStageSchema])

/**
 * The shape of a method definition, as built in and as organisations store it (JSON). The shape alone does not make
 * a definition sound: `validateDefinition` also checks references, sizes and scales.
 *
 * - `note` says whose tables these are and what to know before using them.
 * - `levels` names the outcome levels, 1 upwards.
 * - `stages` are evaluated in order; the last one evaluated gives the outcome.
 * - `axes` names the factors or stages that stand for likelihood and impact: for heat maps and residual risk.
 */
export const definitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/),
  title,
  status: z.enum(['current', 'legacy', 'custom']),
  note,
  factors: z.array(factorSchema).min(1).max(6),
  levels: z.array(scaleLevelSchema).min(2).max(10),
  stages: z.array(stageSchema).min(1).max(8),
  axes: z.strictObject({ likelihood: id, impact: id }).optional(),
})

export type ScaleLevel = z.infer<typeof scaleLevelSchema>
export type Factor = z.infer<typeof factorSchema>
export type TableStage = z.infer<typeof tableStageSchema>
export type RootProductStage = z.infer<typeof rootProductStageSchema>
export type Stage = z.infer<typeof stageSchema>
export type MethodDefinition = z.infer<typeof definitionSchema>
