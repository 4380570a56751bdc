import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { reason, reductions, share, versionedId } from './shared.ts'

export const measureStates = ['planned', 'inProgress', 'done', 'verified', 'cancelled'] as const

/** What the measure is expected to take off each risk: whole steps of the scale, and percent of frequency and of magnitude in money; null while nobody has assessed it. */
export const effects = z.array(z.strictObject({
  risk: z.uuid(),
  reductions,
  frequency: share.optional(),
  magnitude: share.optional(),
})).max(500)
export type Effects = z.output<typeof effects>

export const treatmentMeasure = noun({
  name: 'treatmentMeasure', room: 'risks', prefix: 'TM', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    title: field.text({ required: true, max: 300 }),
    state: field.oneOf(measureStates, { writable: false }),
    progress: field.integer({ min: 0, max: 100 }),
    owner: field.person(),
    /** That of the first risk, unless given. */
    unit: field.unit(),
    due: field.date(),
    cost: field.money(),
    /** The control that the measure builds or strengthens. */
    control: field.record('control'),
    /** Follows from `effects`. */
    risks: field.records('risk', { writable: false }),
    /** Owners of these risks: the measure is theirs, too. */
    riskOwners: field.json(z.array(z.uuid()), { writable: false }),
    effects: field.json(effects),
    description: field.longText({ max: 4_000 }),
    doneAt: field.timestamp({ writable: false, inList: false }),
    verifiedAt: field.timestamp({ writable: false, inList: false }),
    verifiedBy: field.person({ writable: false, inList: false }),
    /** How it was verified, or why it was cancelled. */
    outcome: field.longText({ max: 2_000, writable: false }),
  },
})

const path = '/treatment-measures'

export const measureOperations = {
  ...registerOperations(treatmentMeasure, path),
  verify: operation({
    id: 'treatmentMeasure.verify', method: 'POST', path: `${path}/{id}/verify`, permission: 'treatmentMeasure:verify',
    summary: { en: 'Confirm that a finished measure works; not by the one who carried it out', 'zh-CN': '验证处置措施有效（由他人进行）' },
    input: z.object({ ...versionedId, outcome: reason }), output: treatmentMeasure.row,
  }),
  cancel: operation({
    id: 'treatmentMeasure.cancel', method: 'POST', path: `${path}/{id}/cancel`, permission: 'treatmentMeasure:write',
    summary: { en: 'Cancel a measure with the reason', 'zh-CN': '取消处置措施并说明理由' },
    input: z.object({ ...versionedId, reason }), output: treatmentMeasure.row,
  }),
}
