import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRange } from './range.ts'
import type { RefusalCode } from './refusals.ts'
import { parseDeclared, permitted, type Permitted, type Resolve } from './targets.ts'

const nobody: Resolve = async (name) => {
  throw new Error(`${name} was asked for`)
}
const answering = (answers: Readonly<Record<string, readonly string[]>>): Resolve => async (name) => answers[name] ?? (await nobody(name))
const allowedOf = (answer: Permitted): readonly string[] => {
  if (!answer.ok) throw new Error(answer.refusals.map(({ text }) => text.en).join('\n'))
  return answer.allowed.ranges.map(formatRange)
}
const codesOf = (answer: Permitted): readonly RefusalCode[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code))
const ask = (targets: readonly string[], ranges: readonly string[], resolve = nobody, most?: number): Promise<Permitted> => permitted(targets, ranges, { resolve, most })
const everything = ['0.0.0.0/0', '::/0']

describe('targets', () => {
  it('inside the declared ranges are allowed, each address once', async () => {
    const ranges = ['192.0.2.0/25', ' 192.0.2.128-255 ', '2001:db8::/64', '198.51.100.7']
    const answer = await ask(['192.0.2.1-20', '192.0.2.10-192.0.2.30', '192.0.2.100-200', '2001:DB8:0::1', '2001:db8::10-2001:db8::1f', '198.51.100.7'], ranges)
    expect(allowedOf(answer)).toEqual(['192.0.2.1-192.0.2.30', '192.0.2.100-192.0.2.200', '198.51.100.7', '2001:db8::1', '2001:db8::10/124'])
    expect(answer.ok && answer.allowed.count).toBe(30 + 101 + 1 + 1 + 16)
  })

  it('that lie outside, also in part, are named with the part', async () => {
    const answer = await ask(['192.0.2.0/24', '203.0.113.9', '192.0.2.5'], ['192.0.2.0/25'])
    expect(answer).toEqual({
      ok: false,
      refusals: [
        { code: 'outside', target: '192.0.2.0/24', text: { en: '192.0.2.0/24 (192.0.2.128/25) lies outside the ranges the organisation has declared.', 'zh-CN': '192.0.2.0/24（192.0.2.128/25）不在本组织已申报的范围内。' } },
        { code: 'outside', target: '203.0.113.9', text: { en: '203.0.113.9 lies outside the ranges the organisation has declared.', 'zh-CN': '203.0.113.9 不在本组织已申报的范围内。' } },
      ],
    })
    expect(codesOf(await ask(['192.0.2.5'], []))).toEqual(['outside'])
    expect(codesOf(await ask([], everything))).toEqual(['none'])
  })

  it.each<[string, RefusalCode]>([
    ['010.0.0.1', 'plain'], ['0177.0.0.1', 'plain'], ['2130706433', 'plain'], ['0x7f000001', 'plain'], ['127.1', 'plain'], ['10.0.0.300', 'plain'], ['1.2.3.4.', 'plain'],
    ['a.b.0x10', 'plain'], ['010.0.0.0/8', 'plain'], ['10.0.0.1-010', 'plain'], ['10.0.0-5.1', 'plain'],
    ['192.0.2.5/24', 'hostBits'], ['2001:db8::1/64', 'hostBits'], ['192.0.2.20-10', 'reversed'], ['2001:db8::2-2001:db8::1', 'reversed'],
    ['fe80::1%eth0', 'zone'], ['192.0.2.0/33', 'syntax'], ['192.0.2.0/024', 'syntax'], ['192.0.2.0/', 'syntax'], ['192.0.2.0/24/24', 'syntax'], ['2001:db8::/129', 'syntax'],
    ['192.0.2.1-2-3', 'syntax'], ['192.0.2.1-2001:db8::1', 'syntax'], ['[::1]', 'syntax'], ['-iL/etc/passwd', 'syntax'], ['--script=http', 'syntax'], ['-sV', 'syntax'],
    ['a b', 'syntax'], ['10.0.0.1 10.0.0.2', 'syntax'], ['10.0.0.1\n10.0.0.2', 'syntax'], ['例子.中国', 'syntax'], ['192。0。2。1', 'syntax'], ['a_b.example.com', 'syntax'],
    ['a..b', 'syntax'], ['-a.example.com', 'syntax'], ['$(id).example.com', 'syntax'], ['http://example.com', 'syntax'], ['', 'syntax'], ['10.0.0.*', 'syntax'],
  ])('written %j are refused: %s', async (target, code) => {
    expect(codesOf(await ask([target], [...everything, '.example.com']))).toEqual([code])
  })

  it('mapped into IPv6 are the IPv4 addresses they lead to', async () => {
    const ranges = ['192.0.2.0/24']
    for (const target of ['::ffff:192.0.2.7', '::FFFF:c000:207', '0:0:0:0:0:ffff:192.0.2.7', '::ffff:192.0.2.7/128']) expect(allowedOf(await ask([target], ranges))).toEqual(['192.0.2.7'])
    expect(allowedOf(await ask(['::ffff:192.0.2.0/120'], ranges))).toEqual(['192.0.2.0/24'])
    expect(codesOf(await ask(['::ffff:127.0.0.1'], everything))).toEqual(['special'])
    // Mapped in part: never, whatever is declared.
    expect(codesOf(await ask(['::fffe:ffff:ffff-::ffff:0.0.0.1'], everything))).toEqual(['special'])
    expect(allowedOf(await ask(['192.0.2.7'], ['::ffff:192.0.2.0/120']))).toEqual(['192.0.2.7'])
  })

  it.each(['127.0.0.1', '127.255.255.254', '169.254.169.254', '0.0.0.0', '0.1.2.3', '224.0.0.1', '255.255.255.255', '100.100.100.200', '168.63.129.16', '::', '::1', 'fe80::1', 'ff02::1', 'fd00:ec2::254',
    '::7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1'])('%s needs to be declared by itself', async (target) => {
    expect(codesOf(await ask([target], everything))).not.toEqual([])
    expect(new Set(codesOf(await ask([target], everything)))).toEqual(new Set(['special']))
    expect(allowedOf(await ask([target], [target]))).toEqual([target])
    expect(codesOf(await ask([target], []))).toContain('special')
  })

  it('that reach into such addresses are refused with that part', async () => {
    const answer = await ask(['126.255.255.0-127.0.0.9'], ['0.0.0.0/0', '127.0.0.0-7'])
    expect(answer.ok ? [] : answer.refusals.map(({ text }) => text['zh-CN'])).toEqual(['126.255.255.0-127.0.0.9（127.0.0.8/31）属于环回地址，须单独申报后方可检查。'])
  })

  it('are limited in number, counted once', async () => {
    expect(allowedOf(await ask(['10.0.0.0/16', '10.0.3.0/24'], ['10.0.0.0/8']))).toEqual(['10.0.0.0/16'])
    expect(codesOf(await ask(['10.0.0.0/16', '10.1.0.0'], ['10.0.0.0/8']))).toEqual(['tooMany'])
    expect(codesOf(await ask(['2001:db8::/64'], ['2001:db8::/32']))).toEqual(['tooMany'])
    expect(codesOf(await ask(['10.0.0.0/30'], ['10.0.0.0/8'], nobody, 3))).toEqual(['tooMany'])
  })
})

describe('host names', () => {
  const ranges = ['.example.com', 'host.example.org', '192.0.2.0/24', '2001:db8::/64']
  it('are allowed as the addresses they lead to, all of which are declared', async () => {
    const answer = await ask(['WWW.example.com.', 'www.example.com', 'example.com', 'host.example.org'], ranges, answering({
      'www.example.com': ['192.0.2.80', '2001:db8::80'], 'example.com': ['::ffff:192.0.2.81'], 'host.example.org': ['192.0.2.82'],
    }))
    expect(allowedOf(answer)).toEqual(['192.0.2.80-192.0.2.82', '2001:db8::80'])
    expect(answer.ok && answer.allowed.names).toEqual([
      { name: 'www.example.com', addresses: ['192.0.2.80', '2001:db8::80'] }, { name: 'example.com', addresses: ['192.0.2.81'] }, { name: 'host.example.org', addresses: ['192.0.2.82'] },
    ])
  })

  it('are asked for once, and only when everything else is allowed', async () => {
    const asked: string[] = []
    const resolve: Resolve = async (name) => {
      asked.push(name)
      return ['192.0.2.1']
    }
    expect(codesOf(await ask(['www.example.com', '203.0.113.1'], ranges, resolve))).toEqual(['outside'])
    expect(codesOf(await ask(['www.example.com', 'evil.test'], ranges, resolve))).toEqual(['nameOutside'])
    expect(asked).toEqual([])
    await ask(['www.example.com', 'WWW.EXAMPLE.COM.'], ranges, resolve)
    expect(asked).toEqual(['www.example.com'])
  })

  it.each<[string, readonly string[], RefusalCode]>([
    ['rebound', ['127.0.0.1'], 'special'], ['mapped', ['::ffff:169.254.169.254'], 'special'], ['partly', ['192.0.2.1', '203.0.113.1'], 'outside'],
    ['nowhere', [], 'unresolved'], ['strange', ['192.0.2.1', '010.0.0.1'], 'unresolved'], ['zoned', ['fe80::1%eth0'], 'unresolved'],
  ])('%s lead to what may not be checked', async (label, addresses, code) => {
    expect(codesOf(await ask([`${label}.example.com`], ranges, answering({ [`${label}.example.com`]: addresses })))).toContain(code)
  })

  it('must be declared: no other name that ends alike, and no numbers', async () => {
    for (const name of ['badexample.com', 'example.com.evil.test', 'www.host.example.org', 'com', 'localhost']) expect(codesOf(await ask([name], ranges))).toEqual(['nameOutside'])
    expect(codesOf(await ask(['unknown.example.com'], ranges))).toEqual(['unresolved'])
  })
})

describe('declared ranges', () => {
  it('that cannot be read are told, and nothing is allowed', async () => {
    const { refusals } = parseDeclared(['10.0.0.1/8', '.', '.1', '010.0.0.0/8', 'fe80::%eth0/10'])
    expect(refusals.map(({ target }) => target)).toEqual(['10.0.0.1/8', '.', '.1', '010.0.0.0/8', 'fe80::%eth0/10'])
    expect(refusals[0]!.text).toEqual({ en: 'A declared range cannot be used: 10.0.0.1/8 does not begin where a block of that size begins: write 10.0.0.0/8, or the single address.', 'zh-CN': '已申报的范围无法使用：10.0.0.1/8 不是该网段的起始地址：请写作 10.0.0.0/8，或只写单个地址。' })
    expect(codesOf(await ask(['192.0.2.1'], ['192.0.2.0/24', '10.0.0.1/8']))).toEqual(['declared'])
  })

  it('answer as sets of single addresses do', async () => {
    const part = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const text = ([from, to]: readonly [number, number]): string => `192.0.2.${from}-${to}`
    const members = (parts: readonly (readonly [number, number])[]): Set<number> => new Set(parts.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)))
    const isWithin = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean => [...some].every((one) => all.has(one))
    await fc.assert(fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), fc.array(part, { maxLength: 5 }), async (targets, declared) => {
      const [wanted, owned] = [members(targets), members(declared)]
      const answer = await ask(targets.map(text), declared.map(text))
      expect(answer.ok).toBe(isWithin(wanted, owned))
      if (answer.ok) expect(answer.allowed.count).toBe(wanted.size)
      else expect(answer.refusals).toHaveLength(targets.filter((one) => !isWithin(members([one]), owned)).length)
    }), { numRuns: 500 })
  })

  it('never let control characters of a target into a text', async () => {
    const answer = await ask([`\u001b[31mred\u0007${'x'.repeat(500)}`], everything)
    expect(answer.ok ? '' : answer.refusals[0]!.text.en).toMatch(/^red\ufffdx{60,80}… is no address/)
  })
})
