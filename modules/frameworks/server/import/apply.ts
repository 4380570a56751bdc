import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { HengError, notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ImportRequest } from '../../contract/import.ts'
import type { Catalogue } from '../catalogue/model.ts'
import { installCatalogue, type Installed } from '../framework/install.ts'
import { installedVersions } from '../framework/store.ts'
import type { Incoming } from './incoming.ts'
import { readIncoming } from './read.ts'

/** Takes in what was previewed: all of it, or nothing. */
export const apply = async (ctx: Ctx, request: ImportRequest): Promise<Installed> => {
  const incoming = await readIncoming(ctx, request)
  if (request.sha256 !== incoming.sha256) throw new HengError('framework.changedSince', { status: 409 })
  if (incoming.errors.length > 0) throw new HengError('framework.rowErrors', { params: { count: incoming.errors.length } })
  const key = await keyFor(ctx, incoming.catalogue, request.replaces)
  const installed = await installCatalogue(ctx, { ...incoming.catalogue, key })
  if (installed.installed) await keepDocuments(ctx, installed.id, incoming.documents)
  return installed
}

/** The key decides which versions belong together: the named framework's, the publication's own, or a fresh one. */
const keyFor = async (ctx: Ctx, { key }: Catalogue, replaces: string | null | undefined): Promise<string> => {
  if (replaces === undefined) return key
  const versions = await installedVersions(ctx, null)
  if (replaces !== null) {
    const old = versions.find((v) => v.id === replaces && v.state === 'current')
    if (old === undefined) throw notFound('framework')
    return old.key
  }
  const taken = new Set(versions.map((v) => v.key))
  for (let n = 1; ; n++) if (!taken.has(n === 1 ? key : `${key}#${n}`)) return n === 1 ? key : `${key}#${n}`
}

const keepDocuments = async (ctx: Ctx, framework: string, documents: Incoming['documents']): Promise<void> => {
  if (documents.length === 0) return
  const rows = documents.map((d) => ({
    sha256: createHash('sha256').update(d.bytes).digest('hex'),
    name: d.name,
    model: d.model,
    gzip: gzipSync(d.bytes).toString('base64'),
  }))
  await sql`insert into framework_document (org_id, framework, sha256, name, model, gzip, imported_at)
    select ${ctx.org.id}, ${framework}, d.sha256, d.name, d.model, decode(d.gzip, 'base64'), ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(sha256 text, name text, model text, gzip text) on conflict do nothing`.execute(
    ctx.tx,
  )
}
