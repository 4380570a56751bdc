import type { Row } from '@heng/contract'
import { present, type Ctx } from '@heng/server-kit'
import type { soa as noun } from '../../contract/nouns.ts'
import { soa } from './register.ts'
import type { SoaRow } from './store.ts'

/** A version as the contract shows it, with what this caller may do. */
export const shown = (ctx: Ctx, row: SoaRow): Row<typeof noun> => present(ctx, soa, row) as unknown as Row<typeof noun>
