import { csvLine } from '@heng/engine-tables'
import { isLocale } from '@heng/contract'
import { apiPrefix, withCaller, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { importableFields, theTarget } from '../target/importable.ts'
import { fieldName, nounWords } from '../target/words.ts'
import { attachment } from '../upload/name.ts'

/** `GET /orgs/{org}/import-templates/{noun}`: an empty list with the columns of a register, in the reader's language. */
export const mountTemplate = (app: FastifyInstance, kit: Kit, identity: Identity): void => {
  app.get(`${apiPrefix}/orgs/:org/import-templates/:noun`, (request, reply) => send(kit, identity, request, reply))
}

const send = async (kit: Kit, identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const { org, noun } = request.params as { org: string; noun: string }
  const { locale: asked } = request.query as { locale?: unknown }
  const text = await withCaller(kit, identity, request, org, 'import:run', 'read', async (ctx) => {
    const locale = isLocale(asked) ? asked : ctx.locale
    const target = theTarget(kit, noun)
    const { reg } = target
    const words = nounWords(kit, reg.noun)[locale]
    reply.header('content-disposition', attachment(`${words.many}.csv`))
    return `\uFEFF${csvLine(importableFields(target).map((key) => fieldName(words, locale, key)))}`
  })
  return reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).send(text)
}
