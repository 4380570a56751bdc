import { reach, type Ctx } from '@heng/server-kit'
import type { Locale, Term } from '@heng/contract'
import { exportPath } from '../export/route.ts'
import { mostRows } from '../source/table.ts'
import { targetOf } from '../target/importable.ts'
import { nounWords } from '../target/words.ts'

/** Registers that can be imported into and that the caller may write to; those that can be exported and that they may read; what one file may hold. */
export const targets = async (ctx: Ctx) => {
  const registers = [...ctx.kit.registers.values()]
  const may = (noun: string, verb: 'read' | 'write') => reach(ctx, `${noun}:${verb}`).kind !== 'none'
  return {
    nouns: registers.map(({ noun }) => noun.name).filter((noun) => may(noun, 'write') && targetOf(ctx.kit, noun) !== undefined),
    limits: { bytes: ctx.kit.config.maxFile, rows: mostRows },
    exports: registers.filter((reg) => may(reg.noun.name, 'read') && exportPath(ctx.kit, reg) !== undefined).map(({ noun }) => noun.name),
  }
}

/** Names of the registers, for the field that says which one an import is for. */
export const importNouns = (ctx: Ctx): readonly Term[] =>
  [...ctx.kit.registers.keys()].filter((noun) => targetOf(ctx.kit, noun) !== undefined).map((noun) => {
    const words = nounWords(ctx.kit, { name: noun })
    const title = (locale: Locale) => words[locale].many
    return { code: noun, title: { en: title('en'), 'zh-CN': title('zh-CN') }, description: null, group: null, aliases: [] }
  })
