import { metaOf, operationsOf, type Locale } from '@heng/contract'
import { apiPrefix, countAll, keepsVerb, record, streamRows, withCaller, type AnyRegister, type PresentedRow, type Ctx, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { finished } from 'node:stream/promises'
import { v7 } from 'uuid'
import { nounWords } from '../target/words.ts'
import { attachment } from '../upload/name.ts'
import { exportColumns } from './columns.ts'
import { labelsFor, sharedNames } from './names.ts'
import { exportQuery, type ExportQuery } from './query.ts'
import { textsOf } from './texts.ts'
import { asCsv, asJson, asXlsx, type Export, type Piece } from './write.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json; charset=utf-8' } as const
const writers = { csv: asCsv, xlsx: asXlsx, json: asJson } as const

/** Path of a register's export; undefined when its list is not the register's own but one with rules of the room. */
export const exportPath = (kit: Kit, reg: AnyRegister): string | undefined => {
  if (!keepsVerb(kit, reg, 'list')) return undefined
  const operations = kit.modules.flatMap((m) => (m.contract === undefined ? [] : operationsOf(m.contract)))
  const path = operations.map(metaOf).find(({ id }) => id === `${reg.noun.name}.list`)?.path
  return path === undefined || path.replace('{org}', '').includes('{') ? undefined : `${path}/export`
}

/**
 * `GET /orgs/{org}/{register}/export?format=csv|xlsx|json&columns=…` with the query of the list: everything that the
 * list would show this caller, as of one instant. Every register has it.
 */
export const mountExports = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  for (const reg of kit.registers.values()) {
    const path = exportPath(kit, reg)
    if (path !== undefined) app.get(`${apiPrefix}${path.replace('{org}', ':org')}`, (request, reply) => send(kit, identity, reg, request, reply))
  }
}

/** Who took what out of the house: written before the first row leaves, with the number of rows. */
const note = async (ctx: Ctx, reg: AnyRegister, { format, list, columns }: ExportQuery, count: number): Promise<void> =>
  record(ctx, { noun: 'export', action: 'exported' }, [
    { id: v7(), version: 1, before: null, after: { noun: reg.noun.name, format, query: list, columns: columns ?? null, count } },
  ])

const fileName = (ctx: Ctx, reg: AnyRegister, locale: Locale, format: string): string => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ctx.org.timezone, dateStyle: 'short' }).format(ctx.now)
  return `${nounWords(ctx.kit, reg.noun)[locale].many} ${day}.${format}`
}

const send = async (kit: Kit, identity: Identity, reg: AnyRegister, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org } = request.params as { org: string }
  const read = `${reg.noun.name}:read` as const
  const query = exportQuery(new URL(request.url, 'http://localhost').searchParams)
  await withCaller(kit, identity, request, org, read, 'read', async (ctx) => {
    const locale = query.locale ?? ctx.locale
    const columns = exportColumns(kit, reg, query.columns, locale, query.format === 'json')
    const count = await countAll(ctx, reg, query.list)
    const textOf = await textsOf(ctx, reg, columns, locale, await sharedNames(ctx, columns, locale))
    const stream = streamRows(ctx, reg, query.list)
    // The first rows come before the answer begins, so that a query that does not work is still answered as such.
    const first = await stream.next()
    const pieceOf = async (rows: readonly PresentedRow[]): Promise<Piece> => ({ rows, labels: await labelsFor(ctx, columns, reg.noun, rows) })
    const pieces = async function* (): AsyncGenerator<Piece> {
      if (first.done !== true) yield await pieceOf(first.value)
      for await (const rows of stream) yield await pieceOf(rows)
    }
    await withCaller(kit, identity, request, org, read, 'write', (writing) => note(writing, reg, query, count))
    const exported: Export = { ctx, reg, columns, locale, textOf, count, query: query.list, pieces: pieces() }
    reply.headers({
      'content-type': types[query.format], 'content-disposition': attachment(fileName(ctx, reg, locale, query.format)),
      'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    })
    const body = writers[query.format](exported)
    void reply.send(body)
    // The transaction stays open until the last row has left, or nobody takes it any more.
    await finished(reply.raw).catch(() => undefined)
    body.destroy()
  })
  return reply
}
