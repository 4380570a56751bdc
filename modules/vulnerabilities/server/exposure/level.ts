import { sql, type RawBuilder } from 'kysely'

/** From this probability of exploitation within thirty days on (EPSS, kept to two digits) a flaw counts for one level more. */
export const likelyFrom = 0.1

/** A rise from “not assessed” is told from this level on: that a first scan finds lesser flaws calls no assessment into question. */
export const alarming = 4

/** What of a vulnerability says how exposed its asset is by it. */
export interface Flaw {
  readonly severity: string | null
  readonly epss: number | null
  readonly exploited: boolean | null
}

/**
 * The level of technical vulnerability, 1–5, by one flaw: 5 where it is known to be exploited, or critical and likely to be; 4 critical, or high and likely to be;
 * 3 high; 2 medium; 1 lower. Null: severity not assessed. Follows GB/T 20984-2022 5.3 (exploitability and severity together, five grades) with EPSS and KEV as
 * evidence of exploitability; the bounds are ours.
 */
export const levelOf = ({ severity, epss, exploited }: Flaw): number | null => {
  const likely = (epss ?? 0) >= likelyFrom
  if (exploited === true || (severity === 'critical' && likely)) return 5
  if (severity === 'critical' || (severity === 'high' && likely)) return 4
  return severity === 'high' ? 3 : severity === 'medium' ? 2 : severity === null ? null : 1
}

/** The same as SQL over `v`. */
export const levelSql: RawBuilder<number | null> = sql`case when v.exploited or (v.severity = 'critical' and v.epss >= ${sql.lit(likelyFrom)}) then 5
  when v.severity = 'critical' or (v.severity = 'high' and v.epss >= ${sql.lit(likelyFrom)}) then 4 when v.severity = 'high' then 3 when v.severity = 'medium' then 2 when v.severity is not null then 1 end`

/**
 * What is there on an asset, as SQL over `v`: what is still to be mended, and what is borne, since leave to bear a flaw makes it no smaller. What was reported as
 * fixed is left out until a retest or a scan says otherwise.
 */
export const standing: RawBuilder<boolean> = sql`v.asset is not null and v.archived_at is null and v.state in ('open', 'confirmed', 'inProgress', 'accepted')`

/** Whether a level that was told is higher than the one before. */
export const isRise = (before: number | null, level: number | null): boolean => level !== null && (before === null ? level >= alarming : level > before)
