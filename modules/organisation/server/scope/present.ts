import type { Row } from '@heng/contract'
import { present, type Ctx, type StoredRow } from '@heng/server-kit'
import type { scope as noun } from '../../contract/scope.ts'
import { scope } from './register.ts'

/** Takes away what nobody may do with a statement that is under review or approved. */
export const withoutFrozen = <R extends { state: unknown; allowed: string[] }>(row: R): R =>
  row.state === 'draft' ? row : { ...row, allowed: row.allowed.filter((action) => action !== 'update' && action !== 'archive') }

/** A stored row as the contract's; the server checks every answer against it. */
export const presented = (ctx: Ctx, row: StoredRow): Row<typeof noun> => withoutFrozen(present(ctx, scope, row) as unknown as Row<typeof noun>)
