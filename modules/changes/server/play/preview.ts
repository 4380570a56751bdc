import { setTimeout as pause } from 'node:timers/promises'
import { HengError, locales, type Text } from '@heng/contract'
import { criteriaInForce } from '@heng/risks/reads'
import { errorBody, GaveWay, playOut, touchedRecords, type Ctx, type JobRun, type Kit } from '@heng/server-kit'
import type { Effect, Refusal } from '../../contract/index.ts'
import { figuresOf } from '../effect/figures.ts'
import { look, type Look, type Wanted } from '../effect/look.ts'
import { compareRecords, toTell } from '../effect/records.ts'
import { compareRisks } from '../effect/risks.ts'
import { compareSoa } from '../effect/soa.ts'
import { faced } from '../item/facing.ts'
import { namesOfItems } from '../item/list.ts'
import { namesIn } from '../item/names.ts'
import { isApplicable, isConflict } from '../item/rules.ts'
import { basisOf, itemsOf } from '../item/store.ts'
import { setFor } from '../set/store.ts'
import { saveEffect } from '../set/effect.ts'
import { writeItems, type RefusedItem } from './write.ts'

/** Pauses before trying again after having given way to others, in milliseconds. */
const pauses = [250, 500, 1_000, 2_000, 4_000]

/**
 * Finds out what a set would come to: its verbs run with the rights of whoever asks, and all that would follow, in a transaction that leaves
 * nothing; the outcome is compared with the same instant without it. Others who need a row that is locked get it, and this tries again.
 * Throws `changes.busy`.
 */
export const runPreview = async (run: JobRun): Promise<{ held: number; moved: number }> => {
  const { set } = run.input as { set: string }
  for (let turn = 0; ; turn++) {
    try {
      const { effect, today, then } = await run.rehearse((ctx) => rehearsed(run, ctx, set))
      const full: Effect = { ...effect, figures: await figuresOf(run.kit, run.orgId, today, then) }
      await run.transaction((ctx) => saveEffect(ctx, set, full))
      return { held: full.held, moved: full.risks.rows.length + full.risks.more }
    } catch (error) {
      if (!(error instanceof GaveWay)) throw error
      if (turn === pauses.length) throw new HengError('changes.busy', { status: 409 })
      await run.progress(0)
      await pause(pauses[turn]!)
    }
  }
}

const rehearsed = async (run: JobRun, ctx: Ctx, id: string): Promise<{ effect: Effect; today: Look; then: Look }> => {
  const set = await setFor(ctx, id, { permission: 'changeSet:write' })
  const items = await itemsOf(ctx, set.id)
  const facing = await faced(ctx, items)
  const fit = facing.filter(({ standing }) => isApplicable(standing)).map(({ item }) => item)
  const conflicts = facing.filter(({ standing }) => isConflict(standing)).map(({ item }) => item.id)
  const criteria = await criteriaInForce(ctx)
  await run.progress(0, fit.length)
  let refused: RefusedItem[] = []
  let wanted: Wanted = { touched: new Map(), told: new Map() }
  const { seen: then, held, followed } = await playOut(
    ctx,
    async () => void (refused = await writeItems(ctx, fit, set.reference, (done) => run.progress(done, fit.length))),
    async () => {
      const touched = await touchedRecords(ctx)
      wanted = { touched, told: toTell(touched, fit) }
      return look(ctx, wanted)
    },
    // All is written by then; whoever stops it waits no longer than for one consequence.
    () => run.progress(fit.length),
  )
  const today = await look(ctx, wanted)
  const { risks, unseen } = compareRisks(ctx, criteria, today, then)
  const records = compareRecords(ctx, fit, today, then)
  const values = records.records.flatMap(({ noun, changes }) => [Object.fromEntries(changes.map((c) => [c.field, c.before])), Object.fromEntries(changes.map((c) => [c.field, c.after]))].map((v) => ({ noun, values: v })))
  const effect: Effect = {
    format: 'heng-effect/1', at: ctx.now.toISOString(), by: ctx.caller.name, basis: basisOf(items), held, followed, items: items.length,
    refused: refused.map((one) => refusalOf(ctx.kit, one)), conflicts, unseen: unseen + records.unseen, risks, soa: compareSoa(today.soa, then.soa),
    records: records.records, recordCounts: Object.fromEntries([...wanted.touched].map(([noun, ids]) => [noun, ids.length])), figures: [],
    names: Object.fromEntries([...refused.map((r) => r.item), ...items.filter((i) => conflicts.includes(i.id))].map((i) => [i.id, `${i.reference ?? ''} ${i.label}`.trim()])),
    labels: { ...(await namesIn(ctx, values)), ...(await namesOfItems(ctx, items)) },
  }
  return { effect, today, then }
}

const refusalOf = (kit: Kit, { item, error }: RefusedItem): Refusal => {
  const [en, zh] = locales.map((locale) => errorBody(kit.errors, error, locale, ''))
  const both = (a: string, b: string): Text => ({ en: a, 'zh-CN': b })
  return {
    item: item.id, code: error.code, message: both(en!.message, zh!.message),
    fields: (en!.fields ?? []).map((field, i) => ({ path: field.path, message: both(field.message, zh!.fields![i]!.message) })),
  }
}

