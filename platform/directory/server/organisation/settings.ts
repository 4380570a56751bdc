import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export const get = async ({ org }: Ctx) => ({ ...org, settings: { ...org.settings } })

export const update = async (ctx: Ctx, input: { name?: string; locale?: string; timezone?: string }) => {
  const { org, tx } = ctx
  const after = { name: input.name ?? org.name, locale: input.locale ?? org.locale, timezone: input.timezone ?? org.timezone }
  await sql`update organisation set name = ${after.name}, locale = ${after.locale}, timezone = ${after.timezone} where id = ${org.id}`.execute(tx)
  await record(ctx, { noun: 'organisation', action: 'updated' }, [
    { id: org.id, reference: org.slug, version: 1, before: { name: org.name, locale: org.locale, timezone: org.timezone }, after },
  ])
  return {}
}
