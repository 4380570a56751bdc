import { notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import type { Finding, ScopeBasis } from '../../contract/scope.ts'
import { today } from '../today.ts'
import { contextOf } from './basis.ts'
import { contentOf, scope } from './register.ts'
import { findingsOf } from './rules.ts'

/** What a statement rests on as of now, and what it still lacks. */
export const judge = async (ctx: Ctx, row: StoredRow | null): Promise<{ basis: ScopeBasis; findings: Finding[] }> => {
  const { basis, ...around } = await contextOf(ctx, row?.id ?? null)
  return { basis, findings: findingsOf(row === null ? null : contentOf(row, basis), basis, { ...around, today: today(ctx) }) }
}

/** An approved statement shows what it was approved on, word for word; a draft what holds today. */
export const guide = async (ctx: Ctx, { id }: { id?: string }) => {
  if (id === undefined) return judge(ctx, null)
  const [row] = await rowsByIds(ctx, scope, [id])
  if (row === undefined) throw notFound('scope')
  authorise(ctx, 'scope:read', resourceOf(scope, row))
  return row.basis === null ? judge(ctx, row) : { basis: row.basis as ScopeBasis, findings: [] }
}
