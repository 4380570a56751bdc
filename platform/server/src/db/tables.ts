import type { ColumnType, Generated } from 'kysely'

/** Tables of the platform itself; rooms add theirs with `tx.withTables<…>()`. */
export interface PlatformTables {
  organisation: OrganisationTable
  reference_counter: { org_id: string; noun: string; next: number }
  history: HistoryTable
  history_payload: { history_id: string; org_id: string; salt: Buffer; before: unknown; after: unknown }
  outbox: { id: Generated<string>; org_id: string; type: string; payload: unknown; at: Generated<string>; done_at: string | null }
  outbox_delivery: { outbox_id: string; subscriber: string }
  idempotency: IdempotencyTable
  search_entry: SearchEntryTable
  job: JobTable
}

export interface OrganisationTable {
  id: string
  slug: string
  name: string
  locale: string
  timezone: string
  currency: string
  settings: ColumnType<Record<string, unknown>, string | undefined, string>
  created_at: Generated<string>
}

export interface HistoryTable {
  id: string
  org_id: string
  seq: Generated<string>
  noun: string
  record_id: string
  reference: string | null
  action: string
  version: number
  actor_id: string | null
  actor_name: string
  origin: unknown
  reason: string | null
  event_version: number
  payload_hash: Buffer
  valid_from: string
}

export interface IdempotencyTable {
  org_id: string
  user_id: string
  key: string
  operation: string
  request_hash: string
  response: unknown
  at: Generated<string>
}

export interface SearchEntryTable {
  org_id: string
  noun: string
  record_id: string
  reference: string | null
  title: string
  body: string
  grams: string[]
  unit_id: string | null
  owner_ids: string[]
  archived: boolean
}

export interface JobTable {
  id: string
  org_id: string
  kind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  input: unknown
  result: unknown
  error: unknown
  done: number
  total: number | null
  cancel_requested: Generated<boolean>
  started_by: string | null
  created_at: Generated<string>
  started_at: string | null
  finished_at: string | null
}
