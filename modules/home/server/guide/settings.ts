import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { stepIds } from '../../contract/index.ts'

type StepId = (typeof stepIds)[number]
interface GuideSettings {
  readonly guideHidden?: boolean
  /** Steps whose rest was said to be enough for now. */
  readonly enough?: readonly StepId[]
}

/** What was said about the guide. It is the organisation's: whoever manages the ISMS has one guide, not one each. */
export const guideSettings = (ctx: Ctx): GuideSettings => (ctx.org.settings.home ?? {}) as GuideSettings

const change = async (ctx: Ctx, action: string, before: GuideSettings, after: GuideSettings): Promise<Record<string, never>> => {
  await sql`update organisation set settings = jsonb_set(settings, '{home}', coalesce(settings -> 'home', '{}'::jsonb) || ${JSON.stringify(after)}::jsonb) where id = ${ctx.org.id}`.execute(ctx.tx)
  await record(ctx, { noun: 'organisation', action }, [{ id: ctx.org.id, reference: ctx.org.slug, version: 1, before: { ...before }, after: { ...after } }])
  return {}
}

export const hideGuide = (ctx: Ctx, { hidden }: { hidden: boolean }) =>
  change(ctx, hidden ? 'guideHidden' : 'guideShown', { guideHidden: guideSettings(ctx).guideHidden ?? false }, { guideHidden: hidden })

/** The steps that are enough, held until this transaction ends, so that two who speak at once are both heard. */
const lockedEnough = async (ctx: Ctx): Promise<readonly StepId[]> => {
  const { rows } = await sql<{ enough: StepId[] | null }>`select settings -> 'home' -> 'enough' as enough from organisation where id = ${ctx.org.id} for update`.execute(ctx.tx)
  return rows[0]?.enough ?? []
}

/** Says that a step is done far enough, or takes it back. */
export const sayEnough = async (ctx: Ctx, { step, enough }: { step: StepId; enough: boolean }) => {
  const before = await lockedEnough(ctx)
  if (before.includes(step) === enough) return {}
  return change(ctx, enough ? 'guideStepEnough' : 'guideStepReopened', { enough: before }, { enough: enough ? [...before, step] : before.filter((one) => one !== step) })
}
