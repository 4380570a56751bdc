import { reach, type Ctx } from '@heng/server-kit'
import type { Locale, Term } from '@heng/contract'
import { targetOf } from '../target/importable.ts'
import { nounWords } from '../target/words.ts'

/** Registers that can be imported into and that the caller may write to. */
export const targets = async (ctx: Ctx) => ({
  nouns: [...ctx.kit.registers.keys()].filter((noun) => targetOf(ctx.kit, noun) !== undefined && reach(ctx, `${noun}:write`).kind !== 'none'),
})

/** Names of the registers, for the field that says which one an import is for. */
export const importNouns = (ctx: Ctx): readonly Term[] =>
  [...ctx.kit.registers.keys()].filter((noun) => targetOf(ctx.kit, noun) !== undefined).map((noun) => {
    const words = nounWords(ctx.kit, { name: noun })
    const title = (locale: Locale) => words[locale].many
    return { code: noun, title: { en: title('en'), 'zh-CN': title('zh-CN') }, description: null, group: null, aliases: [] }
  })
