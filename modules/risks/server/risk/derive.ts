import { canonicalJson, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlEffects, Rating } from '../../contract/risk.ts'
import { assetValueOf } from '../../method/figures.ts'
import { propertiesOf } from '../knowledge/content.ts'
import { criteriaInForce, type InForce } from '../method/inForce.ts'
import { followCadence, nextReview } from './cadence.ts'
import { measuresOf, type MeasureOnRisk } from './effects.ts'
import { figuresOf, ratedRow } from './figureFields.ts'
import { controlsAgainst } from './safeguards.ts'

interface AssetOfRisk {
  readonly id: string
  readonly value: number | null
  readonly unit: string | null
}

const assetsOf = (row: StoredRow): string[] => [row.asset as string | null, ...((row.furtherAssets ?? []) as string[])].filter((id) => id !== null)

const controlsOf = (row: StoredRow): string[] => (row.existingControls ?? []) as string[]

const takeFromAssets = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const ids = [...new Set(drafts.flatMap((d) => assetsOf(d.after)))]
  if (ids.length === 0) return
  const { rows } = await sql<AssetOfRisk>`select id, value, unit from asset where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  const byId = new Map(rows.map((a) => [a.id, a]))
  for (const { after } of drafts) {
    const assets = assetsOf(after).flatMap((id) => byId.get(id) ?? [])
    after.assetValue = assetValueOf(assets.map((a) => a.value))
    const primary = byId.get(after.asset as string)
    if (primary !== undefined) after.unit = primary.unit
  }
}

const inputs = ['inherent', 'current', 'assetValue', 'option', 'controlEffects'] as const
/** Figures follow their inputs: a change of the title leaves them, and the criteria they were computed by, alone. */
const inputsChanged = ({ before, after }: Draft): boolean =>
  inputs.some((key) => canonicalJson(before?.[key] ?? null) !== canonicalJson(after[key] ?? null))

/** An acceptance holds for the level it was given for: above it, or once nobody knows the level, it does not. */
export const exceeds = (level: number | null, accepted: number | null): boolean => level === null || accepted === null || level > accepted

const compute = async (ctx: Ctx, criteria: InForce, drafts: readonly Draft[]): Promise<void> => {
  const existing = drafts.filter((d) => d.before !== null).map((d) => d.after.id)
  const measures = existing.length === 0 ? new Map<string, MeasureOnRisk[]>() : await measuresOf(ctx, existing)
  const controls = await controlsAgainst(ctx, [...new Set(drafts.flatMap((d) => controlsOf(d.after)))])
  for (const { after } of drafts) {
    const against = { measures: measures.get(after.id) ?? [], controls }
    Object.assign(after, figuresOf(criteria, ratedRow(after), against))
    Object.assign(after, { criteria: criteria.id, method: criteria.name, definitionHash: criteria.hash })
    if (after.acceptance === 'accepted' && exceeds(after.residualLevel as number | null, after.acceptedLevel as number | null)) {
      Object.assign(after, { acceptance: 'reopened', acceptedUntil: null, acceptedLevel: null })
    }
  }
}

/** A fresh rating starts the time to the next review, as long as the risk itself or the criteria for its level give. */
const scheduleReview = (ctx: Ctx, criteria: InForce, { before, after }: Draft): void => {
  const rated = after.current as Rating | null
  if (rated === null || rated.ratedAt === (before?.current as Rating | null)?.ratedAt) return
  after.lastAssessedAt = rated.ratedAt
  after.reviewDue = nextReview(ctx, criteria, after) ?? after.reviewDue
}

/** One entry for each of the risk's own controls, whether or not somebody said what it takes off: figures follow from them without a look at the links. */
const alignEffects = (after: StoredRow): void => {
  const effects = (after.controlEffects ?? []) as ControlEffects
  const own = new Set(controlsOf(after))
  const missing = [...own].filter((control) => !effects.some((e) => e.control === control))
  if (missing.length === 0 && effects.every((e) => own.has(e.control))) return
  after.controlEffects = [...effects.filter((e) => own.has(e.control)), ...missing.map((control) => ({ control, reductions: [], frequency: null, magnitude: null }))]
}

/** Fills what follows from other records: unit and value from the assets, the three figures from ratings, measures and criteria. */
export const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  for (const { before, after } of drafts) {
    alignEffects(after)
    after.status ??= 'open'
    after.acceptance ??= 'none'
    after.source ??= 'manual'
    // A threat says by itself what is typically lost; people may change it.
    if (before?.threat !== after.threat && ((after.properties ?? []) as string[]).length === 0) after.properties = propertiesOf((after.threat as string | null) ?? '')
  }
  await takeFromAssets(ctx, drafts)
  const paced = drafts.filter(({ before, after }) => before !== null && before.reviewMonths !== after.reviewMonths)
  if (paced.length > 0) {
    const criteria = await criteriaInForce(ctx)
    for (const draft of paced) followCadence(ctx, criteria, draft)
  }
  const moved = drafts.filter(inputsChanged)
  const rated = moved.filter(({ before, after }) => after.inherent !== null || after.current !== null || before?.criteria != null)
  if (rated.length === 0) return
  const criteria = await criteriaInForce(ctx)
  if (criteria === null) return
  await compute(ctx, criteria, rated)
  for (const draft of rated) scheduleReview(ctx, criteria, draft)
}
