import { z } from 'zod'

/** What the user says about a table, which says nothing about itself. */
export const tableOptions = z.object({
  nameEn: z.string().trim().min(1).max(500).nullable(),
  nameZh: z.string().trim().min(1).max(500).nullable(),
  editionEn: z.string().trim().min(1).max(200).nullable(),
  editionZh: z.string().trim().min(1).max(200).nullable(),
  version: z.string().trim().min(1).max(60),
  publisher: z.string().trim().min(1).max(500).nullable(),
  licence: z.enum(['ownWording', 'verbatim', 'stated', 'unknown']),
  licenceNote: z.string().trim().min(1).max(4_000).nullable(),
})
export type TableOptions = z.output<typeof tableOptions>

/**
 * Body of `POST …/frameworks/import/preview` and `…/apply`: OSCAL JSON (a profile together with what it imports) or one table.
 * Streams of the room, not operations, because a catalog of 10 MB does not fit the API's body limit.
 */
export const importRequest = z.object({
  files: z
    .array(z.object({ name: z.string().min(1).max(300), base64: z.base64() }))
    .min(1)
    .max(20),
  table: tableOptions.nullable().optional(),
  /** Framework that this is a newer version of; null keeps both apart; left out takes the one that the preview names. */
  replaces: z.uuid().nullable().optional(),
  /** From the preview; applying refuses other files. */
  sha256: z.string().optional(),
})
export type ImportRequest = z.output<typeof importRequest>

/** Bytes of one import request, base64 included. */
export const importLimit = 48 * 1024 * 1024
