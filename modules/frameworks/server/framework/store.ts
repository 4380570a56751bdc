import { createRecords, record, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { contentHash, type Catalogue } from '../catalogue/model.ts'
import { requirement } from '../requirement/register.ts'
import { framework } from './register.ts'

export interface InstalledVersion {
  readonly id: string
  readonly reference: string
  readonly key: string
  readonly version: number
  readonly contentVersion: string | null
  readonly contentHash: string
  readonly state: 'current' | 'superseded'
}

/** Versions of publications that stand in the organisation, newest first. */
export const installedVersions = async (ctx: Ctx, keys: readonly string[] | null): Promise<InstalledVersion[]> => {
  const { rows } = await sql<InstalledVersion>`select id, reference, key, version, content_version as "contentVersion",
      content_hash as "contentHash", state
    from framework where org_id = ${ctx.org.id} and (${keys}::text[] is null or key = any(${keys}::text[])) order by id desc`.execute(
    ctx.tx,
  )
  return rows
}

// The right to bring a framework in was checked; its requirements are nobody's to write but the room's.
const asRoom = (ctx: Ctx): Ctx => ({ ...ctx, caller: { ...ctx.caller, system: true } })

/** Writes a catalogue as a framework with its requirements; a statement per thousand nodes, not per node. */
export const insertCatalogue = async (ctx: Ctx, catalogue: Catalogue): Promise<StoredRow> => {
  const [row] = await createRecords(asRoom(ctx), framework, [
    {
      nameEn: catalogue.title.en,
      nameZh: catalogue.title['zh-CN'],
      editionEn: catalogue.edition.en,
      editionZh: catalogue.edition['zh-CN'],
      contentVersion: catalogue.version,
      publisher: catalogue.publisher,
      kind: catalogue.kind,
      state: 'current',
      licence: catalogue.licence,
      licenceEn: catalogue.licenceNote.en,
      licenceZh: catalogue.licenceNote['zh-CN'],
      provenanceEn: catalogue.provenance.en,
      provenanceZh: catalogue.provenance['zh-CN'],
      overlayAllowed: catalogue.overlay,
      key: catalogue.key,
      contentHash: contentHash(catalogue),
    },
  ])
  await createRecords(
    asRoom(ctx),
    requirement,
    catalogue.nodes.map((node, position) => ({
      framework: row!.id,
      ref: node.ref,
      position,
      titleEn: node.title.en,
      titleZh: node.title['zh-CN'],
      summaryEn: node.summary.en,
      summaryZh: node.summary['zh-CN'],
      guidanceEn: node.guidance.en,
      guidanceZh: node.guidance['zh-CN'],
      kind: node.kind,
      assessable: node.assessable,
      withdrawn: node.withdrawn,
      items: node.items,
      attributes: node.attributes,
      parent: null,
    })),
  )
  await sql`update requirement r set parent = p.id
    from jsonb_to_recordset(${JSON.stringify(catalogue.nodes.map(({ ref, parent }) => ({ ref, parent })))}::jsonb) as n(ref text, parent text)
      join requirement p on p.org_id = ${ctx.org.id} and p.framework = ${row!.id} and p.ref = n.parent
    where r.org_id = ${ctx.org.id} and r.framework = ${row!.id} and r.ref = n.ref`.execute(ctx.tx)
  return row!
}

/** Steps an older version back behind its successor; it and everything tied to it stays readable. */
export const supersede = async (ctx: Ctx, old: InstalledVersion, by: string): Promise<void> => {
  await sql`update framework set state = 'superseded', version = version + 1, updated_at = ${ctx.now}
    where org_id = ${ctx.org.id} and id = ${old.id}`.execute(ctx.tx)
  await record(ctx, { noun: 'framework', action: 'superseded' }, [
    { id: old.id, reference: old.reference, version: old.version + 1, before: { state: old.state }, after: { state: 'superseded', by } },
  ])
}

/** Requirements of two versions that carry the same number. */
export const pairsOf = async (ctx: Ctx, from: string, to: string): Promise<{ from: string; to: string }[]> => {
  const { rows } = await sql<{ from: string; to: string }>`select a.id as "from", b.id as "to" from requirement a
    join requirement b on b.org_id = a.org_id and b.framework = ${to} and b.ref = a.ref
    where a.org_id = ${ctx.org.id} and a.framework = ${from}`.execute(ctx.tx)
  return rows
}
