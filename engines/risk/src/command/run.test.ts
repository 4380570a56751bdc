import { describe, expect, it } from 'vitest'
import { matrixDefinition } from '../test-definitions.ts'
import { parseScoreArgs } from './parse-args.ts'
import { maxLine, runScoreCommand } from './run.ts'

async function run(args: string[], chunks: Iterable<string> = [], definition?: unknown) {
  const out: string[] = []
  const err: string[] = []
  let read = false
  async function* stdin() {
    read = true
    yield* chunks
  }
  const code = await runScoreCommand(
    args,
    stdin(),
    (line) => out.push(line),
    (line) => err.push(line),
    definition,
  )
  return { code, out: out.map((line) => JSON.parse(line)), err, read }
}

const good = '{"asset":2,"threat":2,"vulnerability":2}'

describe('heng score <method> name=value…', () => {
  it('prints one JSON object and leaves stdin alone', async () => {
    const { code, out, err, read } = await run(['gbt20984-matrix', 'asset=2', 'threat=2', 'vulnerability=2'])
    expect({ code, err, read }).toEqual({ code: 0, err: [], read: false })
    expect(out).toHaveLength(1)
    expect(Object.keys(out[0])).toEqual(['level', 'value', 'method', 'version', 'steps'])
    expect(out[0]).toMatchObject({ level: 1, value: 6, method: 'gbt20984-matrix', version: '1.0.0' })
  })

  it('takes level codes', async () => {
    expect(await run(['nist800-30', 'likelihood=VH', 'impact=m'])).toMatchObject({ code: 0, out: [{ level: 3 }] })
  })

  it.each<[string, string[], RegExp]>([
    ['no method', [], /Allowed: gbt20984-2022/],
    ['an unknown method', ['fair', 'asset=2'], /Allowed: gbt20984-2022/],
    ['an unknown method before reading lines', ['fair', '-'], /Allowed: gbt20984-2022/],
    ['a method that needs a definition', ['custom-matrix', 'likelihood=1'], /needs a method definition/],
    ['no values', ['nist800-30'], /Missing: likelihood, impact\. Allowed/],
    ['a value missing', ['gbt20984-matrix', 'asset=2', 'threat=2'], /Missing: vulnerability\. Allowed.*1 to 5/],
    ['an empty value', ['nist800-30', 'likelihood=', 'impact=1'], /likelihood: “” is not on the scale\. Allowed: whole numbers 1 to 5/],
    [
      'a value off the scale',
      ['nist800-30', 'likelihood=6', 'impact=1'],
      /likelihood: 6 is not on the scale\. Allowed: whole numbers 1 to 5/,
    ],
    ['a value that is not whole', ['nist800-30', 'likelihood=2.0', 'impact=1'], /“2\.0” is not on the scale/],
    ['hexadecimal', ['nist800-30', 'likelihood=0x2', 'impact=1'], /“0x2” is not on the scale/],
    ['digits without end', ['nist800-30', `likelihood=${'1'.repeat(99)}`, 'impact=1'], /is not on the scale/],
    ['an unknown name', ['nist800-30', 'likelihood=1', 'impact=1', 'threat=1'], /“threat” is not a factor.*Allowed: likelihood, impact/],
    ['__proto__', ['nist800-30', 'likelihood=1', 'impact=1', '__proto__=1'], /“__proto__” is not a factor/],
    ['a name twice', ['nist800-30', 'likelihood=1', 'impact=1', 'likelihood=5'], /given twice/],
    ['not a pair', ['nist800-30', 'likelihood'], /not of the form name=value/],
    ['no name', ['nist800-30', '=1'], /not of the form name=value/],
    ['- beside values', ['nist800-30', '-', 'impact=1'], /not of the form name=value/],
  ])('exits with 2 and says what is allowed: %s', async (_, args, message) => {
    const { code, out, err, read } = await run(args)
    expect({ code, out, read }).toEqual({ code: 2, out: [], read: false })
    expect(err[0]).toMatch(message)
    expect(err[1]).toMatch(/\p{Script=Han}/u)
  })

  it('scores with a definition given', async () => {
    const own = matrixDefinition([
      [1, 2],
      [2, 3],
    ])
    expect(await run(['custom-matrix', 'likelihood=2', 'impact=2'], [], own)).toMatchObject({
      code: 0,
      out: [{ level: 3, method: 'acme-2026' }],
    })
    expect(await run(['acme-2026', '-'], ['{"likelihood":1,"impact":2}'], own)).toMatchObject({ code: 0, out: [{ level: 2 }] })
    expect(await run(['custom-matrix', '-'], [], { id: 'x' })).toMatchObject({ code: 2, out: [] })
  })
})

describe('heng score <method> -', () => {
  it('answers one line a line, in order, whatever the chunks and line endings', async () => {
    const text = `\uFEFF${good}\r\n\n   \n{"asset":5,"threat":5,"vulnerability":5}\n{"asset":1,"threat":1,"vulnerability":1}`
    for (const chunks of [[text], [...text], [text.slice(0, 30), '', text.slice(30)]]) {
      const { code, out, err } = await run(['gbt20984-matrix', '-'], chunks)
      expect({ code, err, levels: out.map(({ level }) => level) }).toEqual({ code: 0, err: [], levels: [1, 5, 1] })
    }
  })

  it('answers nothing to nothing', async () => {
    expect(await run(['gbt20984-matrix', '-'])).toMatchObject({ code: 0, out: [], err: [] })
    expect(await run(['gbt20984-matrix', '-'], ['\n', '\r\n', '\t\n'])).toMatchObject({ code: 0, out: [], err: [] })
  })

  it.each<[string, string, string]>([
    ['not JSON', '{asset:2}', 'invalid-json'],
    ['half a line of JSON', '{"asset":2', 'invalid-json'],
    ['a list', '[2,2,2]', 'invalid-input'],
    ['null', 'null', 'invalid-input'],
    ['a number', '2', 'invalid-input'],
    ['a value missing', '{"asset":2,"threat":2}', 'missing-factor'],
    ['a value null', '{"asset":2,"threat":2,"vulnerability":null}', 'missing-factor'],
    ['a number as text', '{"asset":"2","threat":2,"vulnerability":2}', 'value-out-of-scale'],
    ['a value off the scale', '{"asset":1e400,"threat":2,"vulnerability":2}', 'value-out-of-scale'],
    ['__proto__', '{"asset":2,"threat":2,"vulnerability":2,"__proto__":{"asset":5}}', 'unknown-factor'],
    ['constructor', '{"constructor":{"prototype":{"asset":5}}}', 'unknown-factor'],
    ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000), 'invalid-input'],
    ['a line too long', `{"asset":2,"threat":2,"vulnerability":2${' '.repeat(maxLine)}}`, 'line-too-long'],
  ])('answers a bad line with its number, goes on, and ends with 2: %s', async (_, bad, codeOfError) => {
    const { code, out, err } = await run(['gbt20984-matrix', '-'], [`${good}\n\n${bad}\n${good}\n`])
    expect({ code, err }).toEqual({ code: 2, err: [] })
    expect(out).toHaveLength(3)
    expect(out[1]).toMatchObject({
      line: 3,
      error: { code: codeOfError, message: { en: expect.any(String), 'zh-CN': expect.any(String) } },
    })
    expect([out[0].level, out[2].level]).toEqual([1, 1])
    expect(Object.hasOwn(Object.prototype, 'asset')).toBe(false)
  })

  it('passes over a line of 200 MB without holding it', async () => {
    const part = 'x'.repeat(1_000_000)
    function* huge() {
      for (let chunk = 0; chunk < 200; chunk++) yield part
      yield `\n${good}`
    }
    const before = process.memoryUsage().heapUsed
    const { code, out } = await run(['gbt20984-matrix', '-'], huge())
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000)
    expect({ code, out }).toMatchObject({ code: 2, out: [{ line: 1, error: { code: 'line-too-long' } }, { level: 1 }] })
  })

  it('takes a line of exactly the longest length', async () => {
    const line = good + ' '.repeat(maxLine - good.length)
    expect(await run(['gbt20984-matrix', '-'], [`${line}\n${line} \n`])).toMatchObject({ code: 2, out: [{ level: 1 }, { line: 2 }] })
  })
})

describe('parseScoreArgs', () => {
  it('makes an object that no name can climb out of', () => {
    const input = parseScoreArgs(['asset=2', 'note=a=b', '__proto__=3'])
    expect(Object.getPrototypeOf(input)).toBeNull()
    expect(Object.entries(input)).toEqual([
      ['asset', 2],
      ['note', 'a=b'],
      ['__proto__', 3],
    ])
  })
})
