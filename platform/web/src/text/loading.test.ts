import { expect, it } from 'vitest'
import { loadTexts, texts, textsReady } from './loading.ts'

it('a language is there once it was fetched, and is fetched once', async () => {
  let fetched = 0
  const messages = texts({ en: async () => ({ hello: `Hello ${++fetched}` }), 'zh-CN': async () => ({ hello: '你好' }) })
  expect([textsReady('en'), textsReady('zh-CN')]).toEqual([false, false])
  await loadTexts('en')
  await loadTexts('en')
  expect([textsReady('en'), textsReady('zh-CN')]).toEqual([true, false])
  expect(messages.en.hello).toBe('Hello 1')
})
