import type { Row } from '@heng/contract'
import { present, type Ctx, type StoredRow } from '@heng/server-kit'
import type { scope as noun } from '../../contract/scope.ts'
import { scope } from './register.ts'

/** A stored row as the contract's; the server checks every answer against it. */
export const presented = (ctx: Ctx, row: StoredRow): Row<typeof noun> => present(ctx, scope, row) as unknown as Row<typeof noun>
