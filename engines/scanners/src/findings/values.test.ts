import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingOf, instant, type Draft } from './draft.ts'
import { severities, stances } from './finding.ts'
import { headOf } from './head.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { severityOfCvss, severityOfWord } from './severity.ts'

describe('numbers of flaws', () => {
  it('are found in any text, each once, as they are written everywhere', () => {
    const text = 'see cve-2031-10001, CVE-2031-10001; CVE-2031-123456 (CWE-079, cwe-89) CNVD-2031-12345 CNVD-C-2031-123456 CNNVD-203101-1234 GHSA-2345-6789-cfgh RHSA-2031:0001 USN-4567-1 xCVE-2031-10009 CVE-31-1 CVE-2031-123'
    expect(identifiersIn(text, null, undefined, 'CVE-2031-10002')).toEqual({
      cve: ['CVE-2031-10001', 'CVE-2031-123456', 'CVE-2031-10002'], cwe: ['CWE-79', 'CWE-89'], cnvd: ['CNVD-2031-12345', 'CNVD-C-2031-123456'], cnnvd: ['CNNVD-203101-1234'], other: ['GHSA-2345-6789-cfgh', 'RHSA-2031:0001', 'USN-4567-1'],
    })
  })

  it('stand in any text beside anything else', () => {
    fc.assert(fc.property(fc.integer({ min: 1999, max: 2099 }), fc.integer({ min: 1000, max: 9_999_999 }), fc.string(), fc.constantFrom(' ', ',', '(', '"', '\n', '：', '漏洞'), (year, number, around, mark) => {
      expect(identifiersIn(`${around}${mark}CVE-${year}-${number}${mark}${around}`).cve).toContain(`CVE-${year}-${number}`)
    }))
  })

  it.each(['MS1a-', 'ALAS1', 'GO-1.', 'CVE-2031-', 'CNVD-C-', '1-', 'KB1:', 'GHSA-2345-'])('are looked for in a long text of %s without end in no time', (piece) => {
    const began = process.cpuUsage()
    identifiersIn(`${piece.repeat(200_000)}x`)
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
  })

  it.each([[79, 'CWE-79'], ['79', 'CWE-79'], ['CWE-079', 'CWE-79'], ['cwe: 79', null], ['CWE-79: Cross-site', 'CWE-79'], ['CWE 79', 'CWE-79'], [0, null], ['', null], [null, null], [{}, null], ['NVD-CWE-noinfo', null]])('of weakness: %j is %s', (value, cwe) => {
    expect(cweOf(value)).toEqual(cwe === null ? [] : [cwe])
  })

  it('of several sources are joined', () => {
    expect(joined({ cve: ['A', 'B'] }, {}, { cve: ['B', 'C'], other: ['D'] })).toEqual({ cve: ['A', 'B', 'C'], cwe: [], cnvd: [], cnnvd: [], other: ['D'] })
  })
})

describe('a severity', () => {
  it.each([['Critical', 'critical'], [' HIGH ', 'high'], ['middle', 'medium'], ['Moderate', 'medium'], ['3', 'high'], ['超危', 'critical'], ['紧急', 'critical'], ['高风险', 'high'], ['中危', 'medium'], ['低', 'low'], ['信息', 'none'], ['unknown', null], ['constructor', null], ['', null], [null, null]])('%j is %s', (word, severity) => {
    expect(severityOfWord(word)).toBe(severity)
  })
  it.each([[0, 'none'], [0.1, 'low'], [3.9, 'low'], [4, 'medium'], [6.9, 'medium'], [7, 'high'], [8.9, 'high'], [9, 'critical'], [10, 'critical'], [10.1, null], [-1, null], [Number.NaN, null], [null, null]])('of a score of %s is %s', (score, severity) => {
    expect(severityOfCvss({ score, version: '3.1' })).toBe(severity)
  })
  it('of CVSS 2 is at most high', () => {
    expect(severityOfCvss({ score: 10, version: '2.0' })).toBe('high')
  })
})

describe('an instant', () => {
  it.each([
    ['2031-01-05', '2031-01-05T00:00:00.000Z'], ['2031-01-05 10:20:30', '2031-01-05T10:20:30.000Z'], ['2031-01-05T10:20:30', '2031-01-05T10:20:30.000Z'], ['2031-01-05T10:20:30.123456789Z', '2031-01-05T10:20:30.123Z'],
    ['2031-01-05T10:20:30+08:00', '2031-01-05T02:20:30.000Z'], ['2031-01-05 10:20:30 +0800', '2031-01-05T02:20:30.000Z'], ['Sun, 05 Jan 2031 10:20:30 GMT', '2031-01-05T10:20:30.000Z'], ['Sun Jan  5 10:20:30 2031', '2031-01-05T10:20:30.000Z'], ['Jan 5, 2031', '2031-01-05T00:00:00.000Z'],
    ['11 Mar 2031 01:07PM GMT-0400', '2031-03-11T17:07:00.000Z'], ['05-Jan-2031', '2031-01-05T00:00:00.000Z'], ['05-JAN-2031', '2031-01-05T00:00:00.000Z'], ['01-15-2031', '2031-01-15T00:00:00.000Z'], ['15/01/2031 10:20', '2031-01-15T10:20:00.000Z'], ['2031/1/5 10:20', '2031-01-05T10:20:00.000Z'], ['2031年1月5日', '2031-01-05T00:00:00.000Z'], ['2031年1月5日 10时20分30秒', '2031-01-05T10:20:30.000Z'], ['20310105', '2031-01-05T00:00:00.000Z'], ['20310105T102030Z', '2031-01-05T10:20:30.000Z'],
    ['1924856430', '2030-12-30T10:20:30.000Z'], [1_924_856_430, '2030-12-30T10:20:30.000Z'], ['1924856430000', '2030-12-30T10:20:30.000Z'], [1_924_856_430_000, '2030-12-30T10:20:30.000Z'],
    ['hello', null], ['hello 5', null], ['Unknown 2031', null], ['n/a', null], ['5', null], ['5.4', null], ['CVE-2031-10001', null], ['+275760-01-01', null], [1e15, null], [1e300, null], ['2'.repeat(100_000), null], [null, null], ['', null],
  ])('written %j is %s', (text, iso) => {
    expect(instant(text)).toBe(iso)
  })

  it('is the same wherever the machine stands, and itself when read again', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 30 }), fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }).map(String), fc.stringMatching(/^[\d/:. TZ+-]{1,25}$/)), (text) => {
      const found = instant(text)
      if (found !== null) expect([found.length, instant(found)]).toEqual([24, found])
    }))
  })
})

describe('a draft', () => {
  const texts = fc.oneof(fc.constantFrom(undefined, null, '', '  ', ' x ', 'HIGH', '9.8', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', '(AV:N/AC:L/Au:N/C:P/I:P/A:P)', 'CVSS:9/x'), fc.string())
  const numbers = fc.constantFrom(null, 0, 443, 65_535, 65_536, -1, 1.5, Number.NaN)
  const drafts: fc.Arbitrary<Draft> = fc.record({
    rule: texts, title: texts, description: texts, solution: texts, references: fc.array(texts), severity: texts, url: texts, evidence: texts, firstSeen: texts, lastSeen: texts, record: fc.string(),
    cvss: fc.array(fc.option(fc.record({ vector: texts, score: fc.oneof(texts, fc.double()) }))), stance: fc.constantFrom(...stances, undefined),
    host: fc.option(fc.record({ name: texts as fc.Arbitrary<string | null>, ips: fc.array(fc.string()) })), service: fc.option(fc.record({ port: numbers, protocol: texts as fc.Arbitrary<string | null> })),
    component: fc.option(fc.record({ name: fc.string() })), place: fc.option(fc.record({ file: fc.string(), line: fc.constantFrom(null, 3) })),
  })

  it('of whatever a report says becomes a finding in which everything is trimmed, in range or null', () => {
    fc.assert(fc.property(drafts, (draft) => {
      const finding = findingOf('tool', draft)
      expect(finding.title).toMatch(/\S/)
      for (const text of [finding.rule, finding.description, finding.solution, finding.url, finding.evidence, finding.severity.reported, ...finding.references]) expect(text === null || (text !== '' && text === text.trim())).toBe(true)
      expect([null, ...severities]).toContain(finding.severity.derived)
      expect(stances).toContain(finding.stance)
      for (const { score } of finding.cvss) expect(score === null || (score >= 0 && score <= 10)).toBe(true)
      const port = finding.service?.port ?? null
      expect(port === null || (Number.isInteger(port) && port >= 0 && port <= 65_535)).toBe(true)
      expect(JSON.parse(JSON.stringify(finding))).toEqual(structuredClone({ ...finding, cvss: finding.cvss.map((c) => ({ ...c, score: c.score === 0 ? 0 : c.score })) }))
    }), { numRuns: 300 })
  })

  it('has its severity from the words, else from the newest score', () => {
    const of = (draft: Partial<Draft>) => findingOf('t', { title: 'x', record: '', ...draft }).severity.derived
    const cvss = [{ version: '2.0' as const, score: 10 }, { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }]
    expect([of({ severity: 'low', cvss }), of({ severity: 'n/a', cvss }), of({ cvss: cvss.slice(0, 1) }), of({ severity: 'odd' }), of({ severity: 'low', derived: 'high' })]).toEqual(['low', 'critical', 'high', null, 'high'])
  })
})

describe('the beginning of a report', () => {
  const of = (text: string) => headOf(Buffer.from(text))
  it.each([
    ['<a/>', 'a', '<a'], ['<?xml version="1.0"?>\n<!-- <b> -->\n<!DOCTYPE x [<!ELEMENT a (b)> <!-- ]> --> ]>\n<n:a b="c">', 'a', '<n:a b="c"'], ['<!-- x', '', ''], ['<!DOCTYPE a', '', ''], ['<漏洞扫描 版本="1">', '漏洞扫描', '<漏洞扫描 版本="1"'], ['<', '', ''],
  ])('%j has the root %s', (text, root, rootTag) => {
    expect(of(text)).toMatchObject({ kind: 'xml', root, rootTag })
  })
  it.each([
    ['{"a":{"x":[{"y":1}]},"b":[1,{"c":1,"d":{"e":2}}]}', 'json', false, ['a', 'b'], ['y']],
    ['[{"a":"}{","b\\"":[1]},{"c":1}]', 'json', true, [], ['a', 'b\\"']],
    ['{"a":1}\n{"b":1}', 'lines', false, [], ['a']],
    ['{"a":1}\n', 'json', false, ['a'], []],
    ['{"a":{"b":', 'json', false, ['a'], []],
  ])('%s has these keys', (text, kind, isList, keys, itemKeys) => {
    const head = of(text)
    expect([head.kind, head.isList, [...head.keys], [...head.itemKeys]]).toEqual([kind, isList, keys, itemKeys])
  })
  it('is known in no time, whatever it is, and of any bytes', () => {
    const began = process.cpuUsage()
    for (const text of [`<!${'a'.repeat(70_000)}`, '<!--x-->'.repeat(9_000), `<!DOCTYPE ${'['.repeat(70_000)}`, '{"a":'.repeat(14_000), '['.repeat(70_000), `{"${'\\'.repeat(70_000)}`, `${' '.repeat(30_000)}[{`.repeat(2)]) of(text)
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom('', '<', '{', '[', '<?', '<!'), (bytes, start) => void headOf(Buffer.concat([Buffer.from(start), bytes]))))
  })
})
