import { sql, type RawBuilder } from 'kysely'

/**
 * Common table expression `closed`: ends the open entry of records. It is one of those of their last version, so that however long
 * a record's history is, few entries are looked at; no index tells which are open, for every entry would move within it.
 */
export const closing = (org: string, at: string, nouns: readonly string[], records: readonly string[]): RawBuilder<unknown> => sql`closed as (
      update history h set valid_to = ${at} from unnest(${nouns}::text[], ${records}::uuid[]) x(noun, id)
        cross join lateral (select l.version from history l where l.org_id = ${org} and l.noun = x.noun and l.record_id = x.id order by l.version desc limit 1) l
      where h.org_id = ${org} and h.noun = x.noun and h.record_id = x.id and h.version = l.version and h.valid_to is null
    )`
