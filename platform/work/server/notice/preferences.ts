import { forbidden } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { defaultPreferences, noticeKinds, type NoticeKind, type Preference } from '../../contract/index.ts'

type Item = Preference & { readonly kind: NoticeKind }

const chosen = async (ctx: Ctx): Promise<Item[]> => {
  const { rows } = await sql<{ kind: NoticeKind; in_app: boolean; mail: Preference['mail'] }>`select kind, in_app, mail from notice_preference
    where org_id = ${ctx.org.id} and person = ${ctx.caller.personId}::uuid`.execute(ctx.tx)
  const own = new Map(rows.map(({ kind, in_app, mail }) => [kind, { inApp: in_app, mail }]))
  return noticeKinds.map((kind) => ({ kind, ...(own.get(kind) ?? defaultPreferences[kind]) }))
}

export const preferences = async (ctx: Ctx) => {
  const { rows } = await sql<{ email: string | null }>`select email from person where org_id = ${ctx.org.id} and id = ${ctx.caller.personId}::uuid`.execute(ctx.tx)
  return { mail: ctx.kit.config.smtpUrl !== undefined, address: rows[0]?.email ?? null, items: await chosen(ctx) }
}

export const setPreferences = async (ctx: Ctx, { items }: { items: readonly Item[] }) => {
  const me = ctx.caller.personId
  if (me === null) throw forbidden()
  const before = await chosen(ctx)
  await sql`insert into notice_preference (org_id, person, kind, in_app, mail)
    select ${ctx.org.id}, ${me}::uuid, r.kind, r."inApp", r.mail
    from (select distinct on (kind) * from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r(kind text, "inApp" boolean, mail text)) r
    on conflict (org_id, person, kind) do update set in_app = excluded.in_app, mail = excluded.mail`.execute(ctx.tx)
  await record(ctx, { noun: 'noticePreference', action: 'updated' }, [{ id: me, version: 1, before: { items: before }, after: { items: await chosen(ctx) } }])
  return {}
}
