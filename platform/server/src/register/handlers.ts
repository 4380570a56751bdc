import { HengError, notFound, type ListQuery } from '@heng/contract'
import { authorise } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import { errorBody } from '../messages.ts'
import type { Values } from './columns.ts'
import { labelsOf } from './labels.ts'
import { notThen } from '../past/absent.ts'
import { listPage } from './list.ts'
import { present, resourceOf } from './present.ts'
import type { AnyRegister } from './types.ts'
import { rowsByIds } from './store.ts'
import { createRecords, updateRecords } from './write.ts'

interface Versioned {
  readonly id: string
  readonly version: number
  readonly reason?: string
}

const own = (input: object): Values => {
  const { org: _org, ...values } = input as Values
  return values
}

/** The verbs that every register has; a room replaces those for which it has rules of its own. */
export const registerHandlers = (reg: AnyRegister) => ({
  list: (ctx: Ctx, query: ListQuery) => listPage(ctx, reg, query),

  get: async (ctx: Ctx, { id }: { id: string }) => {
    const [row] = await rowsByIds(ctx, reg, [id])
    if (row === undefined) throw ctx.asOf === null ? notFound(reg.noun.name) : await notThen(ctx, ctx.asOf, reg, id)
    authorise(ctx, `${reg.noun.name}:read`, resourceOf(reg, row))
    return { ...present(ctx, reg, row), labels: await labelsOf(ctx, reg.noun, [row]) }
  },

  create: async (ctx: Ctx, input: object) => {
    const [row] = await createRecords(ctx, reg, [own(input)])
    return present(ctx, reg, row!)
  },

  update: async (ctx: Ctx, { id, version, values, reason }: Versioned & { values: Values }) => {
    const [row] = await updateRecords(ctx, reg, [{ id, version, values }], reason)
    return present(ctx, reg, row!)
  },

  archive: async (ctx: Ctx, { id, version, reason }: Versioned) => {
    const [row] = await updateRecords(ctx, reg, [{ id, version, values: { archivedAt: ctx.now.toISOString() } }], reason, 'archived')
    return present(ctx, reg, row!)
  },

  restore: async (ctx: Ctx, { id, version, reason }: Versioned) => {
    const [row] = await updateRecords(ctx, reg, [{ id, version, values: { archivedAt: null } }], reason, 'restored')
    return present(ctx, reg, row!)
  },

  bulk: async (ctx: Ctx, { ids, values, reason }: { ids: string[]; values: Values; reason?: string }) => {
    const found = await rowsByIds(ctx, reg, ids, true)
    const refused: { id: string; code: string; message: string }[] = []
    const refuse = (id: string, error: HengError) =>
      refused.push({ id, code: error.code, message: errorBody(ctx.kit.errors, error, ctx.locale, '').message })
    const seen = new Set(found.map((row) => row.id))
    for (const id of ids) if (!seen.has(id)) refuse(id, notFound(reg.noun.name))
    const fit = found.filter((row) => {
      try {
        authorise(ctx, `${reg.noun.name}:write`, resourceOf(reg, row))
        if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
        return true
      } catch (error) {
        if (!(error instanceof HengError)) throw error
        refuse(row.id, error)
        return false
      }
    })
    await updateRecords(ctx, reg, fit.map((row) => ({ id: row.id, values })), reason)
    return { changed: fit.length, refused }
  },
})
