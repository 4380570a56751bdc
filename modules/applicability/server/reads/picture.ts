import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { fullLines, sourcesOf } from '../content/build.ts'
import { linesOf } from '../line/store.ts'
import { allNeeds } from '../needs/needs.ts'

/** A line with what controls and risks say of it now. */
export interface LinePicture {
  readonly ref: string
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly applicable: string
  /** Null: nothing linked and nothing stated. */
  readonly implementation: string | null
  readonly controls: number
  /** Risks that suggest the control, and risks whose treatment needs it. */
  readonly suggested: number
  readonly necessary: number
}
export interface SoaPicture {
  readonly id: string
  readonly title: string
  readonly number: number
  readonly state: string
  readonly lines: readonly LinePicture[]
}

/**
 * The statement of applicability as controls and risks would have it now: the version being worked on, else the one in force with its
 * decisions as approved. Null before there is one. Six statements, whatever the size.
 */
export const soaPicture = async (ctx: Ctx): Promise<SoaPicture | null> => {
  const { rows } = await sql<{ id: string; title: string; number: number; state: string; framework: string }>`select id, title, number, state, framework from soa
    where org_id = ${ctx.org.id} and archived_at is null and state <> 'superseded' order by state = 'approved', number desc limit 1`.execute(ctx.tx)
  const soa = rows[0]
  if (soa === undefined) return null
  const sources = await sourcesOf(ctx, soa.framework)
  const lines = fullLines(await linesOf(ctx, soa.id, 1), sources)
  const needs = await allNeeds(ctx, lines, sources.book)
  return {
    id: soa.id, title: soa.title, number: soa.number, state: soa.state,
    lines: lines.map((line) => ({
      ref: line.ref, titleEn: line.titleEn, titleZh: line.titleZh, applicable: line.applicable, implementation: line.implementation,
      controls: line.linkedControls.length, suggested: needs.suggested.get(line.ref)?.length ?? 0, necessary: needs.necessary.get(line.ref)?.length ?? 0,
    })),
  }
}
