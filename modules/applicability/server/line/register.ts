import { HengError, invalid } from '@heng/contract'
import { register, type ChangeAction, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { soaLine as noun } from '../../contract/nouns.ts'
import { isHeld } from '../soa/held.ts'
import { missingReason } from './rules.ts'

/** Lines change only while their version is a draft. */
const checkOpen = async (ctx: Ctx, asked: readonly string[]): Promise<void> => {
  const soaIds = asked.filter((id) => !isHeld(ctx, id))
  if (soaIds.length === 0) return
  const { rows } = await sql<{ state: string }>`select state from soa where org_id = ${ctx.org.id} and id = any(${soaIds}::uuid[])
    and (state <> 'draft' or archived_at is not null) for share`.execute(ctx.tx)
  if (rows.length > 0) throw new HengError('soa.frozen', { status: 409 })
}

const check = async (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction): Promise<void> => {
  await checkOpen(ctx, [...new Set(drafts.map((d) => String(d.after.soa)))])
  for (const { after } of drafts) {
    const missing = missingReason(after as never)
    if (missing !== null) throw invalid(missing, 'required')
    if (action === 'archived' && after.requirement !== null)
      throw new HengError('soaLine.annexA', { status: 409, params: { ref: after.ref } })
  }
}

export const soaLine = register(noun, {
  table: 'soa_line',
  defaultSort: 'position',
  check,
  links: { risks: { table: 'soa_line_risk', own: 'line', other: 'risk' } },
  resource: () => ({}),
})
