import { wordingSchema } from '@heng/contract'
import { z } from 'zod'

export const findingCodes = [
  'lineMissing',
  'necessaryMissing',
  'necessaryExcluded',
  'undecided',
  'exclusionUnjustified',
  'inclusionUnjustified',
  'suggestedExcluded',
  'onlyBestPractice',
  'notStated',
  'reduceWithoutMeasure',
  'reduceWithoutControl',
  'noneImplemented',
] as const

export const finding = z.object({
  code: z.enum(findingCodes),
  /** An error keeps the version from being submitted; a warning does not. */
  severity: z.enum(['error', 'warning']),
  /** Number of the line; null where it is not about a line. */
  ref: z.string().nullable(),
  line: z.uuid().nullable(),
  titleEn: z.string().nullable(),
  titleZh: z.string().nullable(),
  /** Risks whose treatment makes the control necessary, or for which none was determined; the highest, where there are many. */
  risks: z.array(z.object({ id: z.uuid(), reference: z.string(), title: wordingSchema })),
  /** Further risks of which the same is true. */
  more: z.int().optional(),
})
export type Finding = z.output<typeof finding>

/** The recorded comparison of the controls determined with those of Annex A (6.1.3 c), without what it found. */
export const checkHead = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  result: z.enum(['passed', 'warnings', 'failed']),
  necessary: z.int(),
  lines: z.int(),
  /** True once a line or a need changed after the check. */
  stale: z.boolean(),
})
export type CheckHead = z.output<typeof checkHead>

export const omissionCheck = checkHead.extend({ findings: z.array(finding) })
export type OmissionCheck = z.output<typeof omissionCheck>
