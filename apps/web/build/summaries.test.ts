import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { withoutSummaries } from './summaries.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

it('empties what operations say of themselves, and nothing else', () => {
  const source = `const a = { summary: 'kept' }
export const list = operation({ id: 'a.list', summary: says(
  'List',
  '列表',
), input: z.object({ summary: z.string() }) })
export const get = operation({ id: 'a.get', summary })
`
  expect(withoutSummaries(source)).toBe(`const a = { summary: 'kept' }
export const list = operation({ id: 'a.list', summary: { en: '', 'zh-CN': '' }


, input: z.object({ summary: z.string() }) })
export const get = operation({ id: 'a.get', summary })
`)
  expect(withoutSummaries('export const none = 1')).toBeNull()
})

it('leaves a contract of the same lines, without one word of Chinese about its operations', () => {
  const contracts = globSync('{modules,platform}/*/contract/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  let emptied = 0
  for (const file of contracts) {
    const source = readFileSync(join(root, file), 'utf8')
    const next = withoutSummaries(source)
    if (next === null) continue
    emptied += next.split(`summary: { en: '', 'zh-CN': '' }`).length - 1
    expect(next.split('\n').length, file).toBe(source.split('\n').length)
    expect(next, file).not.toMatch(/\bsummary: (?:says\(|\{ en: '[^'])/)
  }
  expect(emptied).toBeGreaterThan(200)
})
