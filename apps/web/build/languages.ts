import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const loading = fileURLToPath(new URL('../../../platform/web/src/text/loading.ts', import.meta.url))
const catalogue = /\/locales\/index\.ts$/
const whole = /import \{ en \} from '\.\/en\.ts'[\s\S]*import \{ zhCN \} from '\.\/zh-CN\.ts'[\s\S]*export const messages = \{ en\b[^}]*\bzhCN\b[^}]*\}/

/**
 * Lets the browser fetch the texts of one language only, which is a tenth of what it loads before the first page. Rooms
 * know nothing of it: their `locales/index.ts`, which names both languages, is replaced by one that fetches either. A catalogue
 * of another shape stops the build.
 */
export const oneLanguage = (): Plugin => ({
  name: 'heng-one-language',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!catalogue.test(id) || !code.includes('zhCN')) return null
    if (!whole.test(code)) throw new Error(`${id} is not a catalogue of the usual shape: messages = { en, 'zh-CN': zhCN }`)
    return {
      code: `import { texts } from ${JSON.stringify(loading)}
        export const messages = texts({ en: () => import('./en.ts').then((m) => m.en), 'zh-CN': () => import('./zh-CN.ts').then((m) => m.zhCN) })`,
      map: null,
    }
  },
})

/** One file for each language, whatever the number of rooms. */
export const languageGroups = [
  { name: 'texts-en', test: /\/locales\/(?:[\w-]+\.|[\w-]+\/)?en\.ts$/ },
  { name: 'texts-zh', test: /\/locales\/(?:[\w-]+\.|[\w-]+\/)?zh-CN\.ts$/ },
]
