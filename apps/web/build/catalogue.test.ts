import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assertWords, divide, pathsIn, shellPaths, type Words } from './catalogue.ts'
import { atOnce } from './graph.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const catalogues = globSync('{modules,platform}/*/locales/index.ts', { cwd: root }).filter((file) => shellPaths(join(root, file)) !== undefined)

const leaves = (words: Words, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value, `${at}${key}.`)))

describe('a catalogue divided', () => {
  const words = { nouns: { risk: { one: 'Risk' } }, page: { tab: 'Rating', more: { a: 'A', b: 'B' } }, title: 'Risks' }

  it('has in its core what the paths name, with all below, and the rest apart', () => {
    expect(divide(words, ['nouns', 'page.tab', 'page.more.b.length', 'nothing.like.it'])).toEqual({
      core: { nouns: { risk: { one: 'Risk' } }, page: { tab: 'Rating', more: { b: 'B' } } },
      rest: { page: { more: { a: 'A' } }, title: 'Risks' },
    })
    expect(divide(words, ['page', 'page.tab'])).toEqual({ core: { page: words.page }, rest: { nouns: words.nouns, title: 'Risks' } })
  })

  it('finds the paths in a source however they are come by', () => {
    expect(pathsIn('label: (t) => t.page.tab, const w = useText(messages).bell; about.page')).toEqual(['page.tab', 'bell'])
  })

  it('refuses a catalogue that computes', () => {
    expect(() => assertWords({ page: { title: () => 'x' } }, 'room')).toThrow('room.page.title')
  })
})

it('no room loses a text: both parts together are its catalogue, in each language', async () => {
  expect(catalogues.length).toBeGreaterThan(10)
  for (const catalogue of catalogues) {
    for (const [locale, name] of [['en', 'en'], ['zh-CN', 'zhCN']] as const) {
      const all = ((await import(pathToFileURL(join(root, dirname(catalogue), `${locale}.ts`)).href)) as Record<string, Words>)[name]!
      const { core, rest } = divide(all, shellPaths(join(root, catalogue))!)
      expect([...leaves(core), ...leaves(rest)].toSorted(), catalogue).toEqual(leaves(all).toSorted())
    }
  }
})

it('what a page shows of other rooms is among what it imports at once, what it fetches later is not', () => {
  const page = [...atOnce(join(root, 'modules/quantification/web/LossPage.tsx'))].map((file) => file.slice(root.length))
  expect(page).toContain('modules/quantification/locales/index.ts')
  const room = [...atOnce(join(root, 'modules/quantification/web/room.tsx'))].map((file) => file.slice(root.length))
  expect(room).not.toContain('modules/quantification/web/LossPage.tsx')
})
