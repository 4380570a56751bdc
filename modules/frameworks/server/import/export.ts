import { notFound } from '@heng/contract'
import { csvLine } from '@heng/engine-tables'
import { rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { framework } from '../framework/register.ts'

interface Line {
  readonly ref: string
  readonly parent: string | null
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly summaryEn: string | null
  readonly summaryZh: string | null
  readonly guidanceEn: string | null
  readonly guidanceZh: string | null
  readonly assessable: boolean
}
const columns = ['ref', 'parent', 'title en', 'title zh', 'summary en', 'summary zh', 'guidance en', 'guidance zh', 'assessable'] as const

/** A framework as a table or JSON that this room reads back. The licensed overlay is not in it and cannot be asked for. */
export const exportFramework = async (
  ctx: Ctx,
  id: string,
  format: 'csv' | 'json',
): Promise<{ name: string; body: string; reference: string }> => {
  const [row] = await rowsByIds(ctx, framework, [id])
  if (row === undefined) throw notFound('framework')
  const { rows } =
    await sql<Line>`select r.ref, p.ref as parent, r.title_en as "titleEn", r.title_zh as "titleZh", r.summary_en as "summaryEn",
      r.summary_zh as "summaryZh", r.guidance_en as "guidanceEn", r.guidance_zh as "guidanceZh", r.assessable
    from requirement r left join requirement p on p.org_id = r.org_id and p.id = r.parent
    where r.org_id = ${ctx.org.id} and r.framework = ${id} order by r.position`.execute(ctx.tx)
  const name = String(row.key).replace(/[^\p{L}\p{N}.-]+/gu, '-')
  if (format === 'json') {
    const { nameEn, nameZh, editionEn, editionZh, contentVersion, publisher, licence, licenceEn, licenceZh, provenanceEn, provenanceZh } =
      row
    const head = {
      nameEn,
      nameZh,
      editionEn,
      editionZh,
      contentVersion,
      publisher,
      licence,
      licenceEn,
      licenceZh,
      provenanceEn,
      provenanceZh,
    }
    return { name, reference: row.reference, body: JSON.stringify({ ...head, requirements: rows }, null, 2) }
  }
  const lines = rows.map((r) =>
    csvLine(
      [r.ref, r.parent, r.titleEn, r.titleZh, r.summaryEn, r.summaryZh, r.guidanceEn, r.guidanceZh, r.assessable ? 'yes' : 'no'].map(
        (v) => v ?? '',
      ),
    ),
  )
  return { name, reference: row.reference, body: `\uFEFF${csvLine(columns)}${lines.join('')}` }
}
