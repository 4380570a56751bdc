import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FlawDetails } from '../../contract/vulnerability.ts'
import { scoreOf } from '../scan/values.ts'

/** What a flaw tells for weighing. */
export interface FlawScores {
  readonly cvssVersion: string | null
  readonly vectors: readonly string[]
}
export const scoresOf = (cvss: FlawDetails['cvss']): FlawScores => ({ cvssVersion: scoreOf(cvss)?.version ?? null, vectors: cvss.flatMap(({ vector }) => vector ?? []) })

const none: FlawScores = { cvssVersion: null, vectors: [] }

/** Flaws are what their content is (their id is its digest): what was read once holds. Kept for one organisation and one piece of work. */
export class Flaws {
  readonly #known = new Map<string, FlawScores>()

  /** Reads those not met before, in one statement or none. */
  async load(ctx: Ctx, ids: readonly (string | null)[]): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => id !== null && !this.#known.has(id))
    if (fresh.length === 0) return
    const { rows } = await sql<{ id: string; cvss: FlawDetails['cvss'] }>`select id, details->'cvss' as cvss from flaw where org_id = ${ctx.org.id} and id = any(${fresh}::uuid[])`.execute(ctx.tx)
    for (const { id, cvss } of rows) this.#known.set(id, scoresOf(cvss))
  }

  of(id: string | null): FlawScores {
    return (id === null ? undefined : this.#known.get(id)) ?? none
  }
}

/** The flaw that vulnerability `v` speaks by: of the scanner that leads, as it told it last. */
export const leadingFlaw = (org: string) => sql<string | null>`(select s.flaw from sighting s where s.org_id = ${org} and s.vulnerability = v.id order by (s.tool = v.tool) desc, s.last_seen desc, s.id limit 1)`
