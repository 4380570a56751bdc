import { gunzipSync } from 'node:zlib'
import type { Resolver } from '@heng/engine-oscal'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { SentFile } from './files.ts'

const stem = (name: string): string =>
  decodeURIComponent(name)
    .split(/[/\\]/)
    .at(-1)!
    .toLowerCase()
    .replace(/\.(json|xml|yaml)$/, '')
    .replace(/-min$/, '')

interface Stored {
  readonly name: string
  readonly gzip: Buffer
}

/** Whether a catalog holds every control that a profile asks for by id; names of files say less than that. */
const holds = (catalog: string, ids: readonly string[]): boolean =>
  ids.every((id) => catalog.includes(`"id":"${id}"`) || catalog.includes(`"id": "${id}"`))

const wantedIds = (profile: Buffer): string[] =>
  [...profile.toString('utf8').matchAll(/"with-ids"\s*:\s*\[([^\]]*)\]/g)].flatMap((m) =>
    [...m[1]!.matchAll(/"([^"]+)"/g)].map((i) => i[1]!),
  )

/**
 * Finds what a profile imports: by name among the files sent with it, then the only other file, then by name and at
 * last by the controls asked for among the catalogs imported before. Nothing is ever fetched from the network.
 */
export const resolverOf = (ctx: Ctx, profile: SentFile, others: readonly SentFile[]): Resolver => {
  let stored: Stored[] | undefined
  const earlier = async (): Promise<Stored[]> => {
    stored ??= (
      await sql<Stored>`select d.name, d.gzip from framework_document d join framework f on f.org_id = d.org_id and f.id = d.framework
      where d.org_id = ${ctx.org.id} and f.archived_at is null order by d.imported_at desc limit 40`.execute(ctx.tx)
    ).rows
    return stored
  }
  return async (href) => {
    const wanted = stem(href)
    const sent = others.find((f) => stem(f.name) === wanted) ?? (others.length === 1 ? others[0] : undefined)
    if (sent !== undefined) return sent.bytes
    const documents = await earlier()
    const named = documents.find((d) => stem(d.name) === wanted)
    if (named !== undefined) return gunzipSync(named.gzip)
    const ids = wantedIds(profile.bytes)
    if (ids.length === 0) return undefined
    for (const document of documents) {
      const bytes = gunzipSync(document.gzip)
      if (holds(bytes.toString('utf8'), ids)) return bytes
    }
    return undefined
  }
}
