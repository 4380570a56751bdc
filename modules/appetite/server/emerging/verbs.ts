import { HengError, notFound } from '@heng/contract'
import { enterRisk, proposeScenario } from '@heng/risks/reads'
import { rowsByIds, updateRecords, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { today } from '../days.ts'
import { asRoom, loadFor, shown } from '../shown.ts'
import { emerging } from './register.ts'
import { mayBecome, open, type EmergingState } from './rules.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

const load = async (ctx: Ctx, input: Versioned, to: EmergingState): Promise<StoredRow> => {
  const row = await loadFor(ctx, emerging, 'emergingRisk:triage', input)
  const state = row.state as EmergingState
  if (state !== to && !mayBecome(state, to)) throw new HengError('appetite.emergingState', { status: 409, params: { reference: row.reference } })
  return row
}

const decide = async (ctx: Ctx, { id, version }: Versioned, state: EmergingState, values: Values, reason: string | undefined) => {
  const decided = { state, reason: reason ?? null, decidedBy: ctx.caller.personId, decidedAt: ctx.now.toISOString(), ...values }
  const [saved] = await updateRecords(asRoom(ctx), emerging, [{ id, version, values: decided }], reason, 'updated', { recordedAs: state === 'noted' ? 'reopened' : state })
  return shown(ctx, emerging, saved!)
}

/** Somebody keeps an eye on it and looks again on a day; watched already, it is handed on or put off. */
export const watch = async (ctx: Ctx, input: Versioned & { owner: string; reviewDue: string; reason?: string }) => {
  await load(ctx, input, 'watching')
  if (input.reviewDue < today(ctx)) throw new HengError('appetite.reviewDay', { fields: [{ path: 'reviewDue', code: 'custom' }] })
  return decide(ctx, input, 'watching', { owner: input.owner, reviewDue: input.reviewDue }, input.reason)
}

export const dismiss = async (ctx: Ctx, input: Versioned & { reason: string }) => {
  await load(ctx, input, 'dismissed')
  return decide(ctx, input, 'dismissed', { reviewDue: null }, input.reason)
}

/** The same as another that is not itself a duplicate, so that nobody has to follow a chain. */
export const merge = async (ctx: Ctx, input: Versioned & { into: string }) => {
  await load(ctx, input, 'duplicate')
  const [into] = await rowsByIds(ctx, emerging, [input.into])
  if (into === undefined) throw notFound('emergingRisk')
  if (into.id === input.id || into.state === 'duplicate' || into.archivedAt !== null) throw new HengError('appetite.mergeTarget', { status: 409, fields: [{ path: 'into', code: 'reference' }] })
  return decide(ctx, input, 'duplicate', { duplicateOf: into.id, reviewDue: null }, undefined)
}

/** It has a threat and a weakness that the knowledge base knows: it is proposed as a scenario of an asset and decided on there. */
export const toScenario = async (ctx: Ctx, input: Versioned & { asset: string; threat: string; vulnerability: string; reason?: string }) => {
  await load(ctx, input, 'becameScenario')
  const { asset, threat, vulnerability } = input
  const { id } = await proposeScenario(ctx, { asset, threat, vulnerability })
  return decide(ctx, input, 'becameScenario', { scenario: id, reviewDue: null }, input.reason)
}

/** It is new even to the knowledge base: it goes into the risk register in the words of its report. */
export const toRisk = async (ctx: Ctx, input: Versioned & { asset?: string; owner?: string; reason?: string }) => {
  const row = await load(ctx, input, 'becameRisk')
  const { id } = await enterRisk(ctx, {
    title: row.title as string, asset: input.asset ?? null, owner: input.owner ?? (row.owner as string | null), unit: row.unit as string | null,
    threatText: ((row.what as string | null) ?? (row.title as string)).slice(0, 500), consequence: row.impact as string | null,
  })
  return decide(ctx, input, 'becameRisk', { risk: id, reviewDue: null }, input.reason)
}

export const reopen = async (ctx: Ctx, input: Versioned & { reason: string }) => {
  const row = await load(ctx, input, 'noted')
  if (open(row.state as EmergingState)) throw new HengError('appetite.emergingState', { status: 409, params: { reference: row.reference } })
  return decide(ctx, input, 'noted', { duplicateOf: null }, input.reason)
}
