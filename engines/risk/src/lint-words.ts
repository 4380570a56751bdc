import type { Factor, MethodDefinition, ScaleLevel } from './schema.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** Says a finding in one language, with the names that the reader knows from the page. */
export interface Words {
  /** A factor, a stage or a table by its title. */
  title(id: string): string
  /** A value of a factor, or the level of an earlier stage: the number and, where it has one, its name. */
  value(id: string, value: number): string
  /** An outcome level. */
  level(value: number): string
}

/** Builds a finding's text from the same names in both languages. */
export function say(definition: MethodDefinition, en: (words: Words) => string, zh: (words: Words) => string): Text {
  return text(en(wordsIn(definition, 'en')), zh(wordsIn(definition, 'zh-CN')))
}

function wordsIn({ factors, stages, levels }: MethodDefinition, locale: keyof Text): Words {
  const factorOf = (id: string): Factor | undefined => factors.find((factor) => factor.id === id)
  const named = (scale: readonly ScaleLevel[] | undefined, value: number) => {
    const name = scale?.find((level) => level.value === value)?.title[locale]
    if (locale === 'zh-CN') return name === undefined ? `“${value}”` : `“${value} ${name}”`
    return name === undefined ? String(value) : `${value} (${name})`
  }
  return {
    title: (id) => {
      const title = (factorOf(id) ?? stages.find((stage) => stage.id === id))?.title[locale] ?? id
      return locale === 'en' ? `“${title}”` : title
    },
    value: (id, value) => {
      const factor = factorOf(id)
      return named(factor === undefined ? levels : factor.levels, value)
    },
    level: (value) => named(levels, value),
  }
}
