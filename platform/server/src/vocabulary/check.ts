import { HengError } from '@heng/contract'
import type { Ctx } from '../context.ts'
import type { AnyRegister, Draft } from '../register/types.ts'

/** Refuses codes that their vocabulary does not have; a value that was there before stays allowed. */
export const checkCodes = async (ctx: Ctx, reg: AnyRegister, drafts: readonly Draft[]): Promise<void> => {
  for (const [key, field] of Object.entries(reg.noun.fields)) {
    if (field.vocabulary === undefined) continue
    const changed = drafts.filter((d) => d.after[key] != null && d.after[key] !== d.before?.[key])
    if (changed.length === 0) continue
    const source = ctx.kit.vocabularies.get(field.vocabulary)
    if (source === undefined) throw new Error(`no room brings the vocabulary "${field.vocabulary}"`)
    const known = new Set((await source(ctx)).map((t) => t.code))
    const wrong = changed.find((d) => !known.has(d.after[key] as string))
    if (wrong !== undefined) {
      throw new HengError('invalid', { fields: [{ path: key, code: 'vocabulary', params: { value: wrong.after[key] } }] })
    }
  }
}
