import { dirname, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { assertWords, divide, shellPaths, type Parts, type Words } from './catalogue.ts'
import { atOnce, fileOf } from './graph.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const loading = fileURLToPath(new URL('../../../platform/web/src/text/loading.ts', import.meta.url))
const catalogue = /\/locales\/index\.ts$/
const whole = /import \{ en \} from '\.\/en\.ts'[\s\S]*import \{ zhCN \} from '\.\/zh-CN\.ts'[\s\S]*export const messages = \{ en\b[^}]*\bzhCN\b[^}]*\}/
const virtual = /^\0words:(core|rest):(en|zh-CN):(.+)$/
const fetched = /\bimport\('([^']+)'\)/g
const names = { en: 'en', 'zh-CN': 'zhCN' } as const

const partsOf = async (id: string, locale: keyof typeof names): Promise<Parts> => {
  const module = (await import(pathToFileURL(`${dirname(id)}/${locale}.ts`).href)) as Record<string, Words>
  const all = assertWords(module[names[locale]], `${relative(root, dirname(id))}/${locale}`)
  const paths = shellPaths(id)
  return paths === undefined ? { core: all, rest: {} } : divide(all, paths)
}

const loaders = (part: 'core' | 'rest', id: string): string => {
  const load = (locale: keyof typeof names): string => `() => import(${JSON.stringify(`\0words:${part}:${locale}:${id}`)}).then((m) => m.words)`
  return `{ en: ${load('en')}, 'zh-CN': ${load('zh-CN')} }`
}

/** Catalogues whose texts must be there before what is fetched can be shown. */
const shownBy = (file: string): string[] => [...atOnce(file)].filter((one) => catalogue.test(one) && shellPaths(one) !== undefined)

/** Has everything that is fetched on demand come together with its texts. */
const together = (code: string, id: string): string | null => {
  const catalogues: string[] = []
  const place = (one: string): string => {
    if (!catalogues.includes(one)) catalogues.push(one)
    return `messages$${catalogues.indexOf(one)}`
  }
  const next = code.replaceAll(fetched, (whole, name: string) => {
    const file = fileOf(name, id)
    const shown = file === undefined ? [] : shownBy(file)
    return shown.length === 0 ? whole : `withTexts$(() => ${whole}, ${shown.map(place).join(', ')})`
  })
  if (catalogues.length === 0) return null
  const imports = catalogues.map((one) => `import { messages as ${place(one)} } from ${JSON.stringify(one)}`)
  // Below, so that the lines stay where the source map has them.
  return `${next}\nimport { withTexts as withTexts$ } from ${JSON.stringify(loading)}\n${imports.join('\n')}`
}

/**
 * Lets the browser fetch the texts of one language only, and before the first page only those that the shell says. The other texts of
 * a room come with its pages. Rooms know nothing of it: their `locales/index.ts`, which names both languages, is replaced by one that
 * fetches either. A catalogue of another shape stops the build.
 */
export const oneLanguage = (): Plugin => ({
  name: 'heng-one-language',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (virtual.test(id) ? id : null),
  async load(id) {
    const [, part, locale, of] = virtual.exec(id) ?? []
    return part === undefined ? null : `export const words = ${JSON.stringify((await partsOf(of!, locale as 'en'))[part as 'core'])}`
  },
  transform(code, id) {
    if (catalogue.test(id) && code.includes('zhCN')) {
      if (!whole.test(code)) throw new Error(`${id} is not a catalogue of the usual shape: messages = { en, 'zh-CN': zhCN }`)
      const rest = shellPaths(id) === undefined ? '' : `, ${loaders('rest', id)}`
      return { code: `import { texts } from ${JSON.stringify(loading)}\nexport const messages = texts(${loaders('core', id)}${rest})`, map: null }
    }
    const next = /\/(?:modules|platform|apps)\/.+\.tsx?$/.test(id) && !id.includes('/node_modules/') ? together(code, id) : null
    return next === null ? null : { code: next, map: null }
  },
})

/** One file for each language with what the shell says, whatever the number of rooms; the texts of a room's pages stay a file for each room. */
export const languageGroups = [
  { name: 'texts-en', test: /^\0words:core:en:/ },
  { name: 'texts-zh', test: /^\0words:core:zh-CN:/ },
]
