import { wordingSchema } from '@heng/contract'
import { z } from 'zod'
import { implementations, reasons, themes } from './nouns.ts'

const control = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  state: z.enum(['planned', 'inProgress', 'implemented', 'notWorking', 'retired']),
  stateSince: z.string().nullable(),
  document: z.string().nullable(),
})
export const linkedRisk = z.object({ id: z.uuid(), reference: z.string(), title: wordingSchema })

export const contentLine = z.object({
  /** `A.5.1` or the reference of an own control: what identifies a line over all versions. */
  ref: z.string(),
  /** Number and title in both languages. */
  name: z.string(),
  theme: z.enum(themes),
  titleEn: z.string().nullable(),
  titleZh: z.string().nullable(),
  applicable: z.enum(['yes', 'no', 'undecided']),
  reasons: z.array(z.enum(reasons)),
  reasonText: z.string().nullable(),
  justification: z.string().nullable(),
  /** Null: nothing linked and nothing stated. */
  implementation: z.enum(implementations).nullable(),
  /** Given where somebody stated it against the linked controls, with the reason. */
  overrideReason: z.string().nullable(),
  overridden: z.boolean(),
  description: z.string().nullable(),
  document: z.string().nullable(),
  linkedControls: z.array(control),
  linkedRisks: z.array(linkedRisk),
})
export type ContentLine = z.output<typeof contentLine>

/** Everything that a version says: what is hashed, approved, frozen, compared and exported. */
export const soaContent = z.object({
  format: z.literal('heng-soa/1'),
  organisation: z.string(),
  reference: z.string(),
  title: z.string(),
  number: z.int(),
  editionEn: z.string().nullable(),
  editionZh: z.string().nullable(),
  scope: z.string().nullable(),
  /** Named by its noun, so that the page of the approval shows the rows under their labels. */
  lines: z.object({ noun: z.literal('soaLine'), rows: z.array(contentLine) }),
})
export type SoaContent = z.output<typeof soaContent>
