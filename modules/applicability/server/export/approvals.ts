import type { Locale } from '@heng/contract'
import type { Approval } from '@heng/reports'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { messages } from '../../locales/index.ts'
import type { SoaRow } from '../soa/store.ts'

/** Who decided what on a version, kept with it when it was approved; a version under review shows who is awaited. */
export const approvalsOf = async (ctx: Ctx, soa: SoaRow, locale: Locale): Promise<Approval[]> => {
  const { approver } = messages[locale].soa.report
  if (soa.state === 'draft') return []
  const hash = soa.contentHash ?? undefined
  if (soa.state === 'inReview') return [{ role: approver, name: '', decision: 'pending', hash }]
  const { rows } = await sql<{
    decisions: { name: string; at: string }[] | null
  }>`select decisions from soa where org_id = ${ctx.org.id} and id = ${soa.id}`.execute(ctx.tx)
  return (rows[0]?.decisions ?? []).map(({ name, at }) => ({ role: approver, name, decision: 'approved', at, hash }))
}
