import { expect, it } from 'vitest'
import { loadTexts, texts, textsReady, withTexts } from './loading.ts'

const counted = <T>(words: T) => {
  const load = Object.assign(async () => (load.times++, words), { times: 0 })
  return load
}

it('a language is there once it was fetched, and is fetched once', async () => {
  const [en, zh] = [counted({ hello: 'Hello' }), counted({ hello: '你好' })]
  const messages = texts<{ hello: string }>({ en, 'zh-CN': zh })
  expect([textsReady('en'), textsReady('zh-CN')]).toEqual([false, false])
  await Promise.all([loadTexts('en'), loadTexts('en')])
  expect([textsReady('en'), textsReady('zh-CN')]).toEqual([true, false])
  expect([messages.en.hello, en.times, zh.times]).toEqual(['Hello', 1, 0])
})

it('what only pages say comes with the first page, in every language asked for, and later with each language', async () => {
  const [en, zh] = [counted({ page: { b: 'B' }, title: 'T' }), counted({ page: { b: '乙' }, title: '题' })]
  const messages = texts<{ page: { a: string; b: string }; title: string }>(
    { en: async () => ({ page: { a: 'A' } }), 'zh-CN': async () => ({ page: { a: '甲' } }) },
    { en, 'zh-CN': zh },
  )
  await loadTexts('en')
  expect([messages.en, en.times]).toEqual([{ page: { a: 'A' } }, 0])
  expect(await withTexts(async () => 'module', messages)).toBe('module')
  expect(messages.en).toEqual({ page: { a: 'A', b: 'B' }, title: 'T' })
  expect(zh.times).toBe(0)
  await loadTexts('zh-CN')
  expect(messages['zh-CN']).toEqual({ page: { a: '甲', b: '乙' }, title: '题' })
  await withTexts(async () => 'again', messages)
  expect([en.times, zh.times]).toEqual([1, 1])
})

it('a page opened while the language changes is there in the new one before it is shown', async () => {
  let arrive = (): void => undefined
  const slow = new Promise<void>((resolve) => (arrive = resolve))
  const messages = texts<{ a: string; b: string }>(
    { en: async () => ({ a: 'A' }), 'zh-CN': () => slow.then(() => ({ a: '甲' })) },
    { en: async () => ({ b: 'B' }), 'zh-CN': async () => ({ b: '乙' }) },
  )
  await loadTexts('en')
  const changed = loadTexts('zh-CN')
  const opened = withTexts(async () => 'module', messages)
  arrive()
  await Promise.all([changed, opened])
  expect([messages.en, messages['zh-CN']]).toEqual([{ a: 'A', b: 'B' }, { a: '甲', b: '乙' }])
  expect(textsReady('zh-CN')).toBe(true)
})

it('a text that failed to come is asked for again', async () => {
  let failing = true
  const messages = texts<{ a: string }>({ en: async () => {
    if (failing) throw new Error('lost')
    return { a: 'A' }
  }, 'zh-CN': async () => ({ a: '甲' }) })
  await expect(loadTexts('en')).rejects.toThrow('lost')
  failing = false
  await loadTexts('en')
  expect(messages.en.a).toBe('A')
})
