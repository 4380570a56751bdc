import type { Ctx } from '@heng/server-kit'
import { refuse, type Outcome } from '../parse/outcome.ts'
import { splitList, splitStrictly } from '../parse/choice.ts'
import { uniqueFields } from '../target/unique.ts'
import { value } from '../parse/outcome.ts'
import { choose } from './choose.ts'
import { formsOf } from './forms.ts'
import { lookUp } from './lookup.ts'

/** Texts kept per noun; beyond that the oldest knowledge is dropped, so that memory stays bounded. */
const most = 50_000

/** Finds the records that texts name, a set at a time, and remembers them for the rows that follow. */
export interface Resolver {
  /** Learns what these texts mean; one statement per noun, none for what is known. */
  learn: (ctx: Ctx, wanted: ReadonlyMap<string, ReadonlySet<string>>) => Promise<void>
  /** Whether `learn` would ask the database. */
  knows: (wanted: ReadonlyMap<string, ReadonlySet<string>>) => boolean
  one: (target: string, text: string) => Outcome
  /** Several records in one cell; a name that itself holds a separator is tried whole first. */
  many: (target: string, text: string) => Outcome
}

/** Texts that must be learned before `many` can answer. */
export const piecesOf = (text: string): string[] => [text, ...splitStrictly(text), ...splitList(text)]

export const createResolver = (): Resolver => {
  const known = new Map<string, Map<string, Outcome>>()
  const one = (target: string, text: string): Outcome => known.get(target)?.get(text) ?? refuse('reference', { value: text })
  return {
    one,
    knows: (wanted) => [...wanted].every(([target, texts]) => {
      const memory = known.get(target)
      return [...texts].every((text) => memory?.has(text) === true)
    }),
    many: (target, text) => {
      const whole = one(target, text)
      if (whole.ok) return value([whole.value])
      const ids: unknown[] = []
      const names = splitStrictly(text).flatMap((part) => (one(target, part).ok ? [part] : splitList(part)))
      for (const part of names) {
        const outcome = one(target, part)
        if (!outcome.ok) return outcome
        if (!ids.includes(outcome.value)) ids.push(outcome.value)
      }
      return value(ids.sort())
    },
    learn: async (ctx, wanted) => {
      for (const [target, texts] of wanted) {
        const reg = ctx.kit.registers.get(target)
        let memory = known.get(target) ?? new Map<string, Outcome>()
        const fresh = [...texts].filter((text) => !memory.has(text))
        if (reg === undefined || fresh.length === 0) continue
        if (memory.size + fresh.length > most) memory = new Map(fresh.length < texts.size ? [...memory].filter(([text]) => texts.has(text)) : [])
        known.set(target, memory)
        const forms = fresh.map((text) => formsOf(text, reg.noun.prefix))
        const matches = await lookUp(ctx, reg, await uniqueFields(ctx, reg), forms)
        fresh.forEach((text, i) => memory.set(text, choose(text, forms[i]!, matches)))
      }
    },
  }
}
