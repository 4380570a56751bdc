import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** Remembered for the organisation: whoever manages the ISMS has one guide, not one each. */
export const hideGuide = async (ctx: Ctx, { hidden }: { hidden: boolean }) => {
  await sql`update organisation set settings = jsonb_set(settings, '{home}', ${JSON.stringify({ guideHidden: hidden })}::jsonb) where id = ${ctx.org.id}`.execute(ctx.tx)
  await record(ctx, { noun: 'organisation', action: hidden ? 'guideHidden' : 'guideShown' }, [
    { id: ctx.org.id, reference: ctx.org.slug, version: 1, before: null, after: { guideHidden: hidden } },
  ])
  return {}
}
