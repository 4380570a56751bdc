import type { Fields, Noun } from '@heng/contract'
import { present, type Ctx, type Register, type StoredRow } from '@heng/server-kit'
import type { z } from 'zod'

/** A stored row as the contract's row; the output check of the pipeline holds it to that. */
export const shown = <F extends Fields>(ctx: Ctx, reg: Register<F>, row: StoredRow): z.input<Noun<F>['row']> => present(ctx, reg, row) as never
