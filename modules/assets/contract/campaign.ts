import { field, label, noun, operation } from '@heng/contract'
import { z } from 'zod'

export const campaign = noun({
  name: 'campaign', room: 'assets', prefix: 'AC', label: 'name', unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    year: field.integer({ required: true, min: 2000, max: 2200 }),
    dueOn: field.date({ required: true }),
    /** Limits the campaign to a unit and what is below it. */
    unit: field.unit(),
    state: field.oneOf(['draft', 'open', 'closed'], { writable: false }),
    total: field.integer({ writable: false, sortable: false, filterable: false }),
    done: field.integer({ writable: false, sortable: false, filterable: false }),
  },
})

export const attestationStates = ['pending', 'confirmed', 'corrected', 'disowned'] as const
const attestation = z.object({
  id: z.uuid(), asset: z.uuid(), assetReference: z.string(), assetName: z.string(), unit: z.uuid().nullable(), responsible: z.uuid().nullable(),
  /** Neither the asset nor its unit has somebody to ask, so that the ISMS manager is. */
  ownerless: z.boolean(),
  state: z.enum(attestationStates), note: z.string().nullable(), decidedBy: z.uuid().nullable(), decidedAt: z.iso.datetime().nullable(),
  confidentiality: z.int().nullable(), integrity: z.int().nullable(), availability: z.int().nullable(), value: z.int().nullable(),
  mayDecide: z.boolean(),
})

export const campaignOperations = {
  open: operation({
    id: 'campaign.open', method: 'POST', path: '/campaigns/{id}/open', permission: 'campaign:write',
    summary: { en: 'Ask every responsible person to attest', 'zh-CN': '启动确认' },
    input: z.object({ id: z.uuid(), version: z.int() }), 
    /** `ownerless`: those asked of the ISMS manager, because they have neither owner nor head of unit. */
    output: z.object({ asked: z.int(), ownerless: z.int() }),
  }),
  close: operation({
    id: 'campaign.close', method: 'POST', path: '/campaigns/{id}/close', permission: 'campaign:write',
    summary: { en: 'Close the campaign', 'zh-CN': '结束确认' },
    input: z.object({ id: z.uuid(), version: z.int(), reason: z.string().trim().max(2_000).optional() }), output: z.object({ pending: z.int() }),
  }),
  progress: operation({
    id: 'campaign.progress', method: 'GET', path: '/campaigns/{id}/progress', permission: 'campaign:read',
    summary: { en: 'How far each unit is', 'zh-CN': '各部门进度' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      units: z.array(z.object({ unit: z.uuid().nullable(), total: z.int(), confirmed: z.int(), corrected: z.int(), disowned: z.int() })),
      labels: z.record(z.string(), label),
    }),
  }),
  attestations: operation({
    id: 'campaign.attestations', method: 'GET', path: '/campaigns/{id}/attestations', permission: 'campaign:read',
    summary: { en: 'Assets to attest', 'zh-CN': '待确认资产' },
    input: z.object({ id: z.uuid(), state: z.enum(attestationStates).optional(), mine: z.stringbool().optional(), after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    output: z.object({ items: z.array(attestation), next: z.uuid().nullable(), labels: z.record(z.string(), label) }),
  }),
  decide: operation({
    id: 'campaign.decide', method: 'POST', path: '/campaigns/{id}/decide', permission: 'campaign:attest',
    summary: { en: 'Attest assets', 'zh-CN': '确认资产' },
    input: z.object({ id: z.uuid(), ids: z.array(z.uuid()).min(1).max(500), decision: z.enum(['confirmed', 'corrected', 'disowned']), note: z.string().trim().max(2_000).optional() }),
    output: z.object({ decided: z.int() }),
  }),
}
