import { createRecords, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { presented } from './present.ts'
import { scope } from './register.ts'

const carried = ['name', 'units', 'sites', 'businesses', 'systems', 'interfaces', 'exclusions', 'statementEn', 'statementZh'] as const

/** Drafts the next version: a copy of the latest approved one, so that only changes need typing, or an empty first one. */
export const revise = async (ctx: Ctx, { name }: { name?: string }) => {
  const { rows } = await sql<{ id: string }>`select id from scope where org_id = ${ctx.org.id} and state = 'approved'`.execute(ctx.tx)
  const [current] = rows.length === 0 ? [] : await rowsByIds(ctx, scope, [rows[0]!.id])
  const fallback = ctx.org.locale === 'zh-CN' ? '信息安全管理体系范围' : 'Scope of the ISMS'
  const copy = current === undefined ? { name: fallback } : Object.fromEntries(carried.map((key) => [key, current[key]]))
  const [row] = await createRecords(ctx, scope, [{ ...copy, ...(name === undefined ? {} : { name }) }])
  return presented(ctx, row!)
}
