import type { Text } from '@heng/contract'
import { enqueue, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { defaultPreferences, noticeKinds, type NoticeKind } from '../../contract/index.ts'

/** Something to tell one person, in both languages. */
export interface NoticeToSend {
  readonly person: string
  readonly kind: NoticeKind
  readonly title: Text
  readonly body?: Text | null
  /** Page below `/o/{org}/`. */
  readonly link?: string | null
  /** Names what is told, so that telling it again tells nothing: `assigned:<id>`. */
  readonly key: string
}

/**
 * Tells people, as each of them chose to be told: in the application, by mail at once, or in the daily mail.
 * Any number at once; what was told before (same person and key) is not told again. Two statements.
 */
export const notify = async (ctx: Ctx, notices: readonly NoticeToSend[]): Promise<void> => {
  if (notices.length === 0) return
  const rows = notices.map(({ person, kind, title, body, link, key }) => ({ id: v7(), person, kind, title, body: body ?? null, link: link ?? null, key }))
  const defaults = noticeKinds.map((kind) => ({ kind, in_app: defaultPreferences[kind].inApp, mail: defaultPreferences[kind].mail }))
  const { rows: told } = await sql<{ id: string; mail: string }>`
    insert into notice (id, org_id, person, kind, title, body, link, key, at, in_app, mail)
    select r.id, ${ctx.org.id}, r.person, r.kind, r.title, nullif(r.body, 'null'::jsonb), r.link, r.key, ${ctx.now},
      coalesce(p.in_app, d.in_app), coalesce(p.mail, d.mail)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, person uuid, kind text, title jsonb, body jsonb, link text, key text)
      join jsonb_to_recordset(${JSON.stringify(defaults)}::jsonb) as d(kind text, in_app boolean, mail text) on d.kind = r.kind
      left join notice_preference p on p.org_id = ${ctx.org.id} and p.person = r.person and p.kind = r.kind
    on conflict (org_id, person, key) do nothing returning id, mail`.execute(ctx.tx)
  const ids = told.filter(({ mail }) => mail === 'immediate').map(({ id }) => id)
  if (ids.length > 0 && ctx.kit.config.smtpUrl !== undefined) await enqueue(ctx, 'mail.notices', { ids })
}
