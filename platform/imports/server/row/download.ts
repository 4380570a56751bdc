import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { writeCsv } from '@heng/engine-tables'
import { HengError, isLocale, notFound, type Locale } from '@heng/contract'
import { apiPrefix, reach, withCaller, type Ctx, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Problem } from '../check/problem.ts'
import { fieldName, nounWords } from '../target/words.ts'
import { mayReadRows, sessionOf, type Session } from '../session/store.ts'
import { sayProblem } from '../session/view.ts'
import { attachment } from '../upload/name.ts'

const pageSize = 1_000
const uuid = z.uuid()
const words: Readonly<Record<Locale, { line: string; reason: string; file: string }>> = {
  en: { line: 'Line', reason: 'Reason', file: 'bad rows' },
  'zh-CN': { line: '行号', reason: '原因', file: '问题行' },
}

/** `GET /orgs/{org}/imports/{id}/errors.csv`: the rows that were refused, as they stand in the file, each with its reasons. */
export const mountErrors = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  app.get(`${apiPrefix}/orgs/:org/imports/:id/errors.csv`, (request, reply) => download(kit, identity, request, reply))
}

const download = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org, id } = request.params as { org: string; id: string }
  if (!uuid.safeParse(id).success) throw notFound('import')
  const { locale: asked } = request.query as { locale?: unknown }
  await withCaller(kit, identity, request, org, 'import:read', 'read', async (ctx) => {
    const session = await sessionOf(ctx, id)
    if (!mayReadRows(ctx, session, reach(ctx, `${session.noun}:read`).kind === 'all')) throw new HengError('import.notYours', { status: 403 })
    const locale = isLocale(asked) ? asked : ctx.locale
    const name = `${session.reference} ${words[locale].file}.csv`
    reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment(name), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    void reply.send(Readable.from(writeCsv(badRows(ctx, session, locale))))
    await finished(reply.raw).catch(() => undefined)
  })
  return reply
}

interface ErrorRow {
  readonly line: number
  readonly cells: string[] | null
  readonly label: string | null
  readonly problems: Problem[] | null
}

/** The reasons of a row, each with the column or field that it is about. */
const reasonsOf = (kit: Kit, { noun, reading }: Session, problems: readonly Problem[], locale: Locale): string => {
  const names = nounWords(kit, { name: noun })[locale]
  return problems
    .map((problem) => {
      const place = problem.column !== null ? reading.header[problem.column] : problem.field === null ? undefined : fieldName(names, locale, problem.field)
      const text = sayProblem(kit, noun, problem, locale)
      return place === undefined || place === '' ? text : locale === 'en' ? `${place}: ${text}` : `${place}：${text}`
    })
    .join(locale === 'en' ? ' ' : '')
}

async function* badRows(ctx: Ctx, session: Session, locale: Locale): AsyncGenerator<(string | number)[]> {
  const { header } = session.reading
  yield [...header, words[locale].line, words[locale].reason]
  for (let line = 0; ; ) {
    const { rows } = await sql<ErrorRow>`select line, cells, label, problems from import_row
      where org_id = ${ctx.org.id} and session = ${session.id} and action = 'error' and line > ${line} order by line limit ${pageSize}`.execute(ctx.tx)
    for (const row of rows) {
      const cells = header.map((_, i) => row.cells?.[i] ?? '')
      yield [...cells, row.line, reasonsOf(ctx.kit, session, row.problems ?? [], locale)]
    }
    if (rows.length < pageSize) return
    line = rows.at(-1)!.line
  }
}
