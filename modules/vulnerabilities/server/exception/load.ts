import { HengError, notFound, type Noun } from '@heng/contract'
import { authorise, present, resourceOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import type { z } from 'zod'
import type { ExceptionState, vulnerabilityException as noun } from '../../contract/exception.ts'
import { vulnerabilityException } from './register.ts'

type Row = typeof noun extends Noun<infer F> ? z.input<Noun<F>['row']> : never

/** A stored row as the contract's row; the output check of the pipeline holds it to that. */
export const shown = (ctx: Ctx, row: StoredRow): Row => present(ctx, vulnerabilityException, row) as never

/** One acceptance, locked, in the state that the verb needs and as the caller saw it. Throws `vulnerabilityException.state`, `versionConflict`. */
export const loadIn = async (ctx: Ctx, { id, version }: { id: string; version: number }, state: ExceptionState): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, vulnerabilityException, [id], true)
  if (row === undefined) throw notFound('vulnerabilityException')
  authorise(ctx, 'vulnerabilityException:write', resourceOf(vulnerabilityException, row))
  if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: shown(ctx, row) } })
  if (row.state !== state) throw new HengError('vulnerabilityException.state', { status: 409 })
  return row
}
