import { control } from '@heng/controls/contract'
import { wordingSchema } from '@heng/contract'
import { z } from 'zod'
import { implementations } from './nouns.ts'

/** Rules that a figure followed, and from how many percent on a control counts as effective or partly effective. */
export const ruleOf = z.object({ id: z.string(), version: z.string(), effective: z.int(), partly: z.int() })

/** A control with what its tests show of it. */
export const evidencedControl = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  state: control.fields.state.schema,
  stateSince: z.string().nullable(),
  /** Percent of its full effect; null is "not assessed". */
  percent: z.int().nullable(),
  class: z.enum(['effective', 'partly', 'ineffective']).nullable(),
  /** The percentage rests on an overdue test. */
  stale: z.boolean(),
  at: z.iso.datetime().nullable(),
})
export type EvidencedControl = z.output<typeof evidencedControl>

const support = z.object({
  /** How far the tested controls were shown to be implemented; null is "not assessed". */
  supported: z.enum(implementations).nullable(),
  /** What decided: `none`, no control counts; `state`, none runs yet; `tests`; `untested`, tests would but are not there. */
  why: z.enum(['none', 'state', 'tests', 'untested']),
  /** Running controls that nobody has tested. */
  untested: z.int(),
  stale: z.boolean(),
})

/** What the tests of its controls say of a line; `drift` where that is less or more than the line states. */
export const lineEvidence = support.extend({ drift: z.enum(['less', 'more']).nullable(), controls: z.array(evidencedControl) })
export type LineEvidence = z.output<typeof lineEvidence>

const brief = z.object({ id: z.uuid(), ref: z.string(), titleEn: z.string().nullable(), titleZh: z.string().nullable() })

/** A line that states something else than the evidence supports. */
export const driftedLine = brief.extend({
  ...lineEvidence.shape,
  drift: z.enum(['less', 'more']),
  version: z.int(),
  stated: z.enum(implementations).nullable(),
  /** Somebody stated it against the controls, with this reason. */
  overrideReason: z.string().nullable(),
  /** Since when the controls say what they do: the latest change of their state or of what tests show; null where it is not known. */
  since: z.string().nullable(),
  /** Risks behind the line whose rating the evidence contradicts, the highest first. */
  contradicted: z.object({ count: z.int(), risks: z.array(z.object({ id: z.uuid(), reference: z.string(), title: wordingSchema })) }),
})
export type DriftedLine = z.output<typeof driftedLine>

/** Where a version of the statement and the evidence part. */
export const soaDrift = z.object({
  soa: z.object({ id: z.uuid(), reference: z.string(), number: z.int(), state: z.enum(['draft', 'inReview', 'approved', 'superseded']), approvedAt: z.string().nullable() }),
  rule: ruleOf,
  lines: z.array(driftedLine),
  /** Applicable lines of which the evidence says nothing: no control, or one that runs untested. */
  notAssessed: z.array(brief.extend({ why: z.enum(['none', 'untested']), stated: z.enum(implementations).nullable() })),
  /** Applicable lines whose evidence rests on an overdue test. */
  stale: z.array(brief),
  counts: z.object({ applicable: z.int(), agreeing: z.int(), less: z.int(), more: z.int(), notAssessed: z.int(), stale: z.int() }),
})
export type SoaDrift = z.output<typeof soaDrift>
