import { wordingIn, type Wording } from '@heng/contract'
import { isRehearsedReference, type AnyRegister, type Ctx, type StoredRow, type Touched } from '@heng/server-kit'
import type { MovedRecord } from '../../contract/index.ts'
import { readable } from '../item/list.ts'
import { saysSame } from '../item/rules.ts'
import type { StoredItem } from '../item/store.ts'
import { specialOf } from '../special/fields.ts'
import { maySee, mostRecords, type Look, type Wanted } from './look.ts'

/** Which records are told field by field: those of the set first, then what follows from them, per noun as many as a page bears. */
export const toTell = (touched: Touched, items: readonly StoredItem[]): Wanted['told'] => {
  const nouns = new Set([...items.map((item) => item.noun), ...touched.keys()])
  return new Map([...nouns].map((noun) => {
    const own = items.filter((item) => item.noun === noun)
    const ids = new Set([...own.map((item) => item.recordId), ...(touched.get(noun) ?? [])])
    const special = new Set(own.flatMap((item) => Object.keys(item.after)).filter((field) => specialOf(noun, field) !== undefined))
    return [noun, { ids: [...ids].slice(0, mostRecords), special }]
  }))
}

/** Fields worth telling of a consequence: not what only explains a figure. What an item sets itself is always told. */
const toldFields = (reg: AnyRegister, item: StoredItem | undefined): string[] => {
  const own = Object.entries(reg.noun.fields).filter(([key, f]) => f.kind !== 'json' && f.recordOnly !== true && !reg.virtual.has(key)).map(([key]) => key)
  return [...new Set([...own, ...Object.keys(item?.after ?? {})])]
}

const changeOf = (before: StoredRow | undefined, after: StoredRow): MovedRecord['change'] => {
  if (before === undefined) return 'created'
  if ((before.archivedAt === null) === (after.archivedAt === null)) return 'updated'
  return after.archivedAt === null ? 'restored' : 'archived'
}

/** Records that would be others than they are, field by field, as far as the caller may see them. */
export const compareRecords = (ctx: Ctx, items: readonly StoredItem[], today: Look, then: Look): { records: MovedRecord[]; unseen: number } => {
  const ofItem = new Map(items.map((item) => [`${item.noun} ${item.recordId}`, item]))
  const records: MovedRecord[] = []
  let unseen = 0
  for (const [noun, rows] of then.records) {
    const reg = ctx.kit.registers.get(noun)!
    for (const [id, after] of rows) {
      const before = today.records.get(noun)?.get(id)
      const item = ofItem.get(`${noun} ${id}`)
      const changes = toldFields(reg, item).flatMap((field) => {
        const [was, is] = [before?.[field] ?? null, after[field] ?? null]
        return saysSame(was, is) ? [] : [{ field, before: readable(ctx, noun, field, was), after: readable(ctx, noun, field, is) }]
      })
      const change = changeOf(before, after)
      if (change === 'updated' && changes.length === 0) continue
      // Risks are counted with their levels, seen or not.
      if (!maySee(ctx, noun, before, after)) {
        if (noun !== 'risk') unseen += 1
        continue
      }
      const label = wordingIn(ctx.locale, (after[reg.noun.label] ?? after.reference) as Wording)
      records.push({ noun, id, reference: isRehearsedReference(after.reference) ? null : after.reference, label, isItem: item !== undefined, change, changes })
    }
  }
  return { records, unseen }
}
