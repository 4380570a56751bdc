import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonRecords, type Json, type JsonPath, type JsonRecord } from './jsonRecords.ts'
import { DEFAULT_LIMITS, type ScanLimits } from './limits.ts'
import { ScanError } from './problem.ts'

const chunked = (bytes: Uint8Array, sizes: readonly number[]) => async function* (): AsyncGenerator<Buffer> {
  for (let [at, i] = [0, 0]; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    yield Buffer.from(bytes.subarray(at, at + size))
    at += size
  }
}

const read = async (text: string | Buffer, paths: readonly JsonPath[], { sizes = [1_000_000], limits = {}, ...how }: { sizes?: readonly number[]; limits?: Partial<ScanLimits>; skip?: boolean; sequence?: boolean } = {}) => {
  const records: JsonRecord[] = []
  const context: { value: Json } = { value: null }
  let error: ScanError | null = null
  try {
    for await (const some of readJsonRecords(chunked(Buffer.from(text as string), sizes)(), paths, { ...DEFAULT_LIMITS, ...limits }, context, how)) records.push(...some)
  } catch (thrown) {
    if (!(thrown instanceof ScanError)) throw thrown
    error = thrown
  }
  return { records, context: context.value, error: error?.problem ?? null }
}

/** What is to be read, said plainly: the values at the paths, and what is left of the document without them. */
const expected = (document: Json, paths: readonly JsonPath[]): { records: JsonRecord[]; context: Json } => {
  const records: JsonRecord[] = []
  const walk = (value: Json, keys: (string | number)[]): Json | undefined => {
    const leads = paths.map((path) => keys.length <= path.length && keys.every((key, i) => path[i] === '*' || path[i] === key))
    const path = paths.findIndex((p, i) => leads[i] === true && p.length === keys.length)
    if (path >= 0) {
      records.push({ path, keys, value })
      return undefined
    }
    if (value === null || typeof value !== 'object') return value
    const isAlive = leads.some(Boolean)
    if (!isAlive) return value
    if (Array.isArray(value)) return value.map((one, i) => walk(one, [...keys, i])).filter((one) => one !== undefined)
    const kept: { [key: string]: Json } = {}
    for (const [key, one] of Object.entries(value)) {
      const left = walk(one, [...keys, key])
      if (left !== undefined) Object.defineProperty(kept, key, { value: left, enumerable: true, configurable: true, writable: true })
    }
    return kept
  }
  return { records, context: walk(document, []) ?? null }
}

const keys = fc.constantFrom('a', 'b', 'runs', 'é"\\', '', '__proto__', '\u{1F600}')
const { value: documents } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, -1.5e-7, 1e21, '', ']', '}', '"', '\\', '\\"', 'é\u{1F600}\n\t', '[{"a":1}]'),
    fc.string({ unit: 'binary' }) as fc.Arbitrary<Json>,
    fc.array(tie('value'), { maxLength: 5 }) as fc.Arbitrary<Json>,
    fc.dictionary(keys, tie('value'), { maxKeys: 5, noNullPrototype: true }) as fc.Arbitrary<Json>,
  ),
}))
const roots = documents.filter((value) => value !== null && typeof value === 'object')
const somePaths = fc.array(fc.array(fc.oneof(fc.constant('*'), keys), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
const spaced = fc.constantFrom(undefined, 1, '\t', '\r\n ')

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

describe('records of JSON', () => {
  it('are what JSON.parse gives, with the context that is left, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(roots, somePaths, sizes, spaced, async (document, paths, sizes, space) => {
        const text = JSON.stringify(document, null, space)
        const told = await read(text, paths, { sizes })
        const wanted = expected(JSON.parse(text) as Json, paths)
        expect(told.error).toBeNull()
        expect(plain(told.records)).toEqual(plain(wanted.records))
        expect(JSON.stringify(told.context)).toBe(JSON.stringify(wanted.context))
        // A first look leaves the records out and has the same context.
        const looked = await read(text, paths, { sizes, skip: true })
        expect([looked.records, JSON.stringify(looked.context)]).toEqual([[], JSON.stringify(wanted.context)])
      }),
      { numRuns: 400 },
    )
  })

  it('stand in lists only, where a path says so', async () => {
    const values = async (text: string, paths: readonly JsonPath[]) => (await read(text, paths)).records.map(({ value }) => value)
    expect(await values('[{"a":[1]},{"a":[2]}]', [['[]', 'a', '[]']])).toEqual([1, 2])
    expect(await values('{"x":{"a":[1]},"[]":{"a":[2]}}', [['[]', 'a', '[]']])).toEqual([2])
    expect(await values('{"x":{"a":[1]}}', [['*', 'a', '*']])).toEqual([1])
  })

  it('of a sequence are those of the list that it would be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(roots, { minLength: 1, maxLength: 6 }), sizes, fc.constantFrom('\n', '\r\n', '', '\n\n'), async (values, sizes, between) => {
        const told = await read(values.map((v) => JSON.stringify(v)).join(between), [['*']], { sizes, sequence: true })
        expect(told.error).toBeNull()
        expect(plain(told.records)).toEqual(plain(values.map((value, i) => ({ path: 0, keys: [i], value }))))
      }),
      { numRuns: 100 },
    )
  })

  it('break off wherever the document is cut, with those before it', async () => {
    await fc.assert(
      fc.asyncProperty(roots, somePaths, sizes, fc.double({ min: 0, max: 1, noNaN: true }), async (document, paths, sizes, share) => {
        const bytes = Buffer.from(JSON.stringify(document))
        const cut = bytes.subarray(0, Math.floor(share * bytes.length))
        if (cut.length === bytes.length) return
        const told = await read(cut, paths, { sizes })
        expect(['truncated', 'empty']).toContain(told.error?.code)
        const { records } = expected(document, paths)
        expect(plain(told.records)).toEqual(plain(records.slice(0, told.records.length)))
      }),
      { numRuns: 200 },
    )
  })

  it('of anything else are an error with its place, and never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(roots, somePaths, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 }), async (document, paths, changes) => {
        const bytes = Buffer.from(JSON.stringify(document, null, 1))
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        const told = await read(bytes, paths, { sizes: [5] })
        if (told.error !== null && told.error.code !== 'empty') expect(told.error.line).toBeGreaterThan(0)
        let isJson = true
        try {
          JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
        } catch {
          isJson = false
        }
        if (told.error === null) expect(isJson).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['{"a": [1, 2,, 3]}', 'malformed', 1, 13],
    ['{"a": [1, 2\n, }', 'malformed', 2, 3],
    ['{"a":\n [{"b": tru}]}', 'malformed', 2, 3],
    ['{"a" 1}', 'malformed', 1, 6],
    ['{a: 1}', 'malformed', 1, 2],
    ['[1] [2]', 'malformed', 1, 5],
    ['[1', 'truncated', 1, 3],
    ['{"a":\n"b', 'truncated', 2, 3],
    ['"a"', 'malformed', 1, 1],
    ['  ', 'empty', 1, 3],
  ])('%s is %s at %d:%d', async (text, code, line, column) => {
    expect((await read(text, [['a', '*']])).error).toMatchObject({ code, line, column })
  })

  it('names the byte that is not UTF-8', async () => {
    expect((await read(Buffer.from('{"a":[{"b":1},\n{"b":"\xe9t\xe9"}]}', 'latin1'), [['a', '*']])).error).toMatchObject({ code: 'encoding', line: 2, column: 7 })
  })

  it('counts every object and list, so that many small ones are not more than what is allowed', async () => {
    const limits = { contextLength: 10_000, recordLength: 10_000 }
    const small = `[${'{},'.repeat(1_000)}{}]`
    for (const sizes of [[100], [1_000_000]]) {
      expect((await read(`{"a":${small}}`, [['b']], { limits, sizes })).error).toMatchObject({ code: 'context-length', line: 1 })
      expect((await read(`{"a":${small}}`, [['a', '*', 'b']], { limits, sizes })).error).toMatchObject({ code: 'context-length' })
      expect((await read(`{"a":${small.replaceAll('{}', '1')}}`, [['a', '*', 'b']], { limits, sizes })).error).toMatchObject({ code: 'context-length' })
      expect((await read(`{"a":${small}}`, [['a']], { limits, sizes })).error).toMatchObject({ code: 'record-length', line: 1, column: 6 })
      expect((await read(`{${Array.from({ length: 500 }, (_, i) => `"${'k'.repeat(40)}${i}":0`).join(',')}}`, [['b']], { limits, sizes })).error).toMatchObject({ code: 'context-length' })
    }
  })
})
