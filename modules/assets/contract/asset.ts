import { field, noun } from '@heng/contract'
import { z } from 'zod'

export const tiers = ['business', 'system', 'component'] as const
export const valueFunctions = ['max', 'weighted', 'log2-mean'] as const

/**
 * How a value came about: the function and its version, which with the levels of the same row give the own value step by step
 * (`assetValue` of the risk engine), and the asset it was inherited from.
 */
export const valueExplanation = z.object({
  function: z.enum(valueFunctions),
  version: z.string(),
  own: z.int().nullable(),
  /** Highest value among the assets that depend on this one, directly or not, and the asset it comes from. */
  inherited: z.int().nullable(),
  inheritedFrom: z.uuid().nullable(),
  /** Of the function `weighted`, as they were then. */
  weights: z.object({ c: z.int(), i: z.int(), a: z.int() }).optional(),
})

export const asset = noun({
  name: 'asset', room: 'assets', prefix: 'A', label: 'name', owners: ['owner', 'custodian'], unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    tier: field.oneOf(tiers, { required: true }),
    type: field.code('assetTypes'),
    unit: field.unit(),
    owner: field.person(),
    custodian: field.person({ inList: false }),
    classification: field.oneOf(['public', 'internal', 'sensitive', 'core']),
    location: field.text({ inList: false }),
    confidentiality: field.level(),
    integrity: field.level(),
    availability: field.level(),
    /** Why C, I and A were given these values. */
    valuationReason: field.longText({ max: 2_000 }),
    /** 业务重要性, for the tier "business". */
    importance: field.level({ inList: false }),
    /** 业务承载性, for the tier "system": how closely it carries its businesses. */
    bearing: field.level({ inList: false }),
    /** Own value or, where higher, the one that flows in along dependencies (GB/T 20984-2022 5.2.1). */
    value: field.level({ writable: false }),
    valueExplanation: field.recordOnly(field.json(valueExplanation, { writable: false })),
    keyAsset: field.boolean({ writable: false }),
    lifecycle: field.oneOf(['planned', 'inUse', 'retiring', 'retired'], { inList: false }),
    description: field.longText({ max: 4_000 }),
    attestedAt: field.timestamp({ writable: false, inList: false }),
    attestedBy: field.person({ writable: false, inList: false }),
  },
})
