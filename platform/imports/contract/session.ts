import { label } from '@heng/contract'
import { z } from 'zod'
import { errorBodyShape } from './errorBody.ts'
import { columnProposal, mapping } from './mapping.ts'
import { rowCounts } from './row.ts'

const text = z.object({ en: z.string(), 'zh-CN': z.string() })

/** What the reader found in the file. */
export const reading = z.object({
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  header: z.array(z.string()),
  /** First rows, at most 20. */
  sample: z.array(z.array(z.string())),
  /** Data rows. */
  rows: z.int(),
  /** What is odd about the header. */
  problems: z.array(text),
})
export type Reading = z.output<typeof reading>

/** Values that were not understood, most frequent first: each can be given a meaning in the mapping. */
export const unknownValue = z.object({ field: z.string(), value: z.string(), code: z.string(), rows: z.int(), firstLine: z.int() })
export type UnknownValue = z.output<typeof unknownValue>

/**
 * Reasons for refusing rows, with how many rows each concerns. The message speaks of the first of them; `values` are what
 * all of them say, most frequent first and at most 30, `moreValues` how many different ones there are besides.
 */
export const problemCount = z.object({
  field: z.string().nullable(), code: z.string(), message: z.string(), rows: z.int(), firstLine: z.int(),
  values: z.array(z.object({ value: z.string(), rows: z.int() })), moreValues: z.int(),
})

export const jobView = z.object({
  id: z.uuid(),
  kind: z.enum(['check', 'apply']),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int().nullable(),
  error: errorBodyShape.nullable(),
})

/** A way to recognise records: fields that together name one. `title` is given where the fields alone do not say it; `anyOf` are columns of which one must be taken. */
export const matchKey = z.object({ fields: z.array(z.string()), unique: z.boolean(), title: text.nullable(), anyOf: z.array(z.string()).optional() })
export type MatchKey = z.output<typeof matchKey>

export const details = z.object({
  id: z.uuid(),
  /** For the verbs, which refuse another one. */
  version: z.int(),
  reading,
  mapping: mapping.nullable(),
  /** One for each column of the header. */
  proposal: z.array(columnProposal),
  /** A complete first mapping made of the proposal. */
  suggested: mapping,
  /** Fields that a column may become, besides `reference`. */
  fields: z.array(z.string()),
  /** Those of them that are no fields of the noun, with their names. */
  further: z.array(z.object({ name: z.string(), title: text })),
  /** Fields of new records that follow from another, so that a file with that one is complete without them. */
  implied: z.array(z.object({ field: z.string(), from: z.string() })),
  /** Names of the records that the mapping speaks of. */
  labels: z.record(z.string(), label),
  keys: z.array(matchKey),
  counts: rowCounts.nullable(),
  problems: z.array(problemCount),
  unknownValues: z.array(unknownValue),
  job: jobView.nullable(),
  /** Verbs that this caller may use now. */
  allowed: z.array(z.enum(['read', 'map', 'check', 'apply', 'stop', 'discard'])),
})
