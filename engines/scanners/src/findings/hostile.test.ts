import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { workbookOf, zipOf } from '../../../tables/src/xlsx/workbook.fixture.ts'
import type { ScanLimits } from '../input/limits.ts'
import { ScanError, type ScanProblem } from '../input/problem.ts'
import { readFindings } from './read.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const mebibyte = 1024 ** 2

/** What is held: heap, and buffers beside it. */
const held = (): number => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

type Piece = string | Uint8Array
interface Told {
  readonly problem: ScanProblem | null
  readonly findings: number
  /** As the error says. */
  readonly findingsRead: number | undefined
  /** Of the report, in bytes. */
  readonly asked: number
  /** The most that was held while it was read, beyond what was before. */
  readonly grown: number
}

/** Reads pieces as they are asked for; with `every` so many bytes a look at what is held. */
const told = async (pieces: () => Iterable<Piece>, limits: Partial<ScanLimits> = {}, every = 0): Promise<Told> => {
  const before = every === 0 ? 0 : held()
  let [asked, looked, most, findings] = [0, 0, before, 0]
  const source = async function* () {
    for (const piece of pieces()) {
      const bytes = Buffer.from(piece as string)
      asked += bytes.length
      if (every > 0 && asked - looked > every) {
        looked = asked
        most = Math.max(most, held())
      }
      yield bytes
    }
  }
  const result = (problem: ScanProblem | null): Told => ({ problem, findings, findingsRead: problem?.findingsRead, asked, grown: every === 0 ? 0 : Math.max(most, held()) - before })
  try {
    for await (const _ of await readFindings(source, { limits })) findings++
    return result(null)
  } catch (error) {
    if (error instanceof ScanError) return result(error.problem)
    throw error
  }
}
const repeated = function* (begin: string, piece: (i: number) => string, times: number, end = ''): Generator<string> {
  yield begin
  for (let i = 0; i < times; i++) yield piece(i)
  yield end
}

const nessus = '<NessusClientData_v2><Report name="r">\n<ReportHost name="192.0.2.1"><HostProperties><tag name="host-ip">192.0.2.1</tag></HostProperties>\n'
const item = (n: number): string => `<ReportItem port="1" svc_name="s" protocol="tcp" severity="1" pluginID="${n}" pluginName="p"><description>d</description></ReportItem>\n`
const ends = '</ReportHost></Report></NessusClientData_v2>'
const sarif = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[\n'
const result = '{"ruleId":"r","message":{"text":"m"}}'

describe('a hostile report', () => {
  it.each([
    ['is empty', '', 'empty', undefined, 0],
    ['is blank', ' \n\t\n', 'empty', undefined, 0],
    ['is a byte order mark', '\ufeff', 'empty', undefined, 0],
    ['is nothing that is known', 'hello', 'unknown-format', undefined, 0],
    ['is XML of another kind', '<a><b/></a>', 'unknown-format', undefined, 0],
    ['is JSON of another kind', '{"a":[1]}', 'unknown-format', undefined, 0],
    ['is cut off (XML)', `${nessus}${item(1)}<ReportItem`, 'truncated', 4, 1],
    ['is cut off (JSON)', `${sarif}${result},\n{"ru`, 'truncated', 3, 0],
    ['is malformed (XML)', `${nessus}${item(1)}${item(2)}</ReportItem>`, 'malformed', 5, 2],
    ['is malformed (JSON)', `${sarif}${result},\n{"a" "b"}]}]}`, 'malformed', 3, 1],
    ['goes on after its end (XML)', `${nessus}${item(1)}${ends}<a/>`, 'malformed', 4, 1],
    ['goes on after its end (JSON)', `${sarif}${result}]}]}\nx`, 'malformed', 3, 0],
    ['laughs a billion times', `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>${nessus}<ReportItem pluginName="&l9;"/>${ends}`, 'dtd', 1, 0],
    ['asks for a file', `<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>${nessus}<ReportItem pluginName="&f;"/>${ends}`, 'dtd', 1, 0],
    ['asks for a file of declarations', `<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd">${nessus}${item(1)}<ReportItem pluginName="&f;"/>${ends}`, 'malformed', 4, 1],
    ['has NUL bytes (XML)', `${nessus}${item(1)}<ReportItem pluginName="a\0b"/>${ends}`, 'malformed', 4, 1],
    ['has NUL bytes (JSON)', `${sarif}${result},\n{"message":{"text":"a\0b"}}]}]}`, 'malformed', 3, 1],
    ['is NUL bytes', '\0'.repeat(100), 'unknown-format', undefined, 0],
    ['nests 10,000 levels (XML)', `${nessus}${item(1)}${'<a>'.repeat(10_000)}`, 'depth', 4, 1],
    ['nests 10,000 levels in a record (XML)', `${nessus}${item(1)}<ReportItem>${'<a>'.repeat(10_000)}`, 'depth', 4, 1],
    ['nests 10,000 levels (JSON)', `${sarif}${result}],"a":\n${'['.repeat(10_000)}`, 'depth', 3, 0],
    ['nests 10,000 levels in a record (JSON)', `${sarif}${result},\n${'{"a":'.repeat(10_000)}`, 'depth', 3, 0],
  ] as const)('that %s is refused, with its place', async (_, text, code, line, findings) => {
    const one = await told(() => [text])
    expect(one).toMatchObject({ problem: { code, ...(line === undefined ? {} : { line, column: expect.any(Number) }) }, findings, ...(line === undefined ? {} : { findingsRead: findings }) })
    expect(one.problem!.message.en).not.toBe('')
    expect(one.problem!.message['zh-CN']).toMatch(/\p{Script=Han}/u)
    // In pieces of a few bytes all the same.
    const bytes = Buffer.from(text)
    const many = await told(() => Array.from({ length: Math.ceil(bytes.length / 5) }, (_, i) => bytes.subarray(5 * i, 5 * i + 5)))
    expect([many.problem?.code, many.problem?.line, many.findings]).toEqual([code, line, findings])
  })

  it('in another encoding is read, or refused with the place of the byte', async () => {
    const text = `${nessus}${item(1).replace('"p"', '"é漏"')}${ends}`
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16()]) expect(await told(() => [bytes])).toMatchObject({ problem: null, findings: 1 })
    expect(await told(() => [Buffer.from(`\ufeff${sarif}${result}]}]}`, 'utf16le')])).toMatchObject({ problem: null, findings: 1 })
    const xml = Buffer.from(`${nessus}${item(1)}${item(2).replace('"p"', '"\xe9"')}${ends}`, 'latin1')
    expect(await told(() => [xml])).toMatchObject({ problem: { code: 'encoding', found: 'utf-8', line: 4, column: 88 }, findings: 1, findingsRead: 1 })
    const json = Buffer.from(`${sarif}${result},\n{"ruleId":"r","message":{"text":"\xe9"}}]}]}`, 'latin1')
    expect(await told(() => [json])).toMatchObject({ problem: { code: 'encoding', found: 'utf-8', line: 3, column: 34 } })
  })

  const spaces = ' '.repeat(mebibyte)
  it.each([
    ['one text without end (XML)', () => repeated(`${nessus}${item(1)}<ReportItem><description>`, () => 'a'.repeat(mebibyte), 2_000), 'token', 4, 1, 4],
    ['one attribute without end', () => repeated(`${nessus}${item(1)}<ReportItem a="`, () => 'a'.repeat(mebibyte), 2_000), 'token', 4, 1, 4],
    ['one text without end (JSON)', () => repeated(`${sarif}${result},\n{"message":{"text":"`, () => 'a'.repeat(mebibyte), 2_000), 'record-length', 3, 0, 4],
    ['one key without end (JSON)', () => repeated(`${sarif.slice(0, -1)}${result}],\n"`, () => 'a'.repeat(mebibyte), 2_000), 'token', 2, 0, 4],
    ['one record without end (XML)', () => repeated(`${nessus}${item(1)}<ReportItem>`, () => '<cve>x</cve>'.repeat(50_000), 2_000), 'record-length', 4, 1, 4],
    ['one record without end (JSON)', () => repeated(`${sarif}${result},\n{"ruleId":"r","a":[0`, () => ',{}'.repeat(200_000), 2_000), 'record-length', 3, 0, 4],
    ['ever more context (XML)', () => repeated(`${nessus}${item(1)}`, (i) => `<HostProperties><tag name="${i}">${'x'.repeat(1_000)}</tag></HostProperties>`.repeat(500), 2_000), 'context-length', 4, 1, 8],
    ['ever more context (JSON)', () => repeated(`${sarif}${result}],\n"a":0`, (i) => Array.from({ length: 10_000 }, (_, j) => `,"k${i}-${j}":{"a":1}`).join(''), 2_000), 'context-length', 3, 0, 8],
    ['runs without end (JSON)', () => repeated('{"version":"2.1.0","runs":[\n{}', () => ',{}'.repeat(200_000), 2_000), 'context-length', 2, 0, 8],
    ['a million attributes', () => repeated(`${nessus}${item(1)}<ReportItem`, (i) => Array.from({ length: 100 }, (_, j) => ` a${i}-${j}="1"`).join(''), 10_000, '/>'), 'token', 4, 1, 4],
    ['a tag of ever new names', () => repeated(`${nessus}${item(1)}<ReportItem>`, (i) => Array.from({ length: 1_000 }, (_, j) => `<n${i}-${j}/>`).join(''), 100_000), 'record-length', 4, 1, 4],
  ] as const)('of %s is refused before the memory is full', async (_, pieces, code, line, findings, most) => {
    const limits = { token: 2 * mebibyte, recordLength: 4 * mebibyte, contextLength: 8 * mebibyte }
    const { problem, asked, grown, ...rest } = await told(pieces, limits, 2 * mebibyte)
    expect([problem?.code, problem?.line, rest]).toEqual([code, line, { findings, findingsRead: findings }])
    expect(asked).toBeLessThan((2 * most + 2) * mebibyte)
    expect(grown).toBeLessThan((8 * most + 8) * mebibyte)
  })

  it('of many findings takes no more memory than one of a few', async () => {
    const many = await told(() => repeated(`${sarif}${result}`, () => `,${result}`.repeat(1_000), 30, ']}]}'), {}, mebibyte / 4)
    expect([many.problem, many.findings]).toEqual([null, 30_001])
    expect(many.grown).toBeLessThan(24 * mebibyte)
    const xml = await told(() => repeated(nessus, (i) => item(i).repeat(100), 200, ends), {}, mebibyte)
    expect([xml.problem, xml.findings]).toEqual([null, 20_000])
    expect(xml.grown).toBeLessThan(24 * mebibyte)
    const few = await told(() => [`${nessus}${item(1).repeat(20)}${ends}`], { findings: 7 })
    expect(few).toMatchObject({ problem: { code: 'findings', allowed: 7 }, findings: 7, findingsRead: 7 })
  })

  it('that unpacks to gigabytes is refused by what it unpacks to', async () => {
    const bomb = gzipSync(`${sarif}${result},${spaces.repeat(30)}`)
    expect(bomb.length).toBeLessThan(64 * 1024)
    const more = gzipSync(spaces.repeat(30))
    const unpacking = await told(function* () {
      yield bomb
      for (let i = 0; i < 100; i++) yield more
    }, {}, mebibyte)
    expect(unpacking).toMatchObject({ problem: { code: 'ratio', allowed: 200 }, findings: 0 })
    expect(unpacking.asked).toBeLessThan(mebibyte / 4)
    expect(unpacking.grown).toBeLessThan(32 * mebibyte)
    expect(await told(() => [bomb], { ratio: 100_000, unpackedBytes: 20 * mebibyte })).toMatchObject({ problem: { code: 'bytes', allowed: 20 * mebibyte } })
    expect(await told(() => [sarif, spaces, spaces], { bytes: mebibyte })).toMatchObject({ problem: { code: 'bytes', allowed: mebibyte } })
  })

  it('that is packed and broken says so', async () => {
    const whole = gzipSync(`${nessus}${item(1)}${ends}`)
    expect(await told(() => [whole])).toMatchObject({ problem: null, findings: 1 })
    expect(await told(() => [whole.subarray(0, -20)])).toMatchObject({ problem: { code: 'truncated', found: 'gzip' } })
    const broken = Buffer.from(whole)
    broken.fill(0xff, 30, 60)
    expect(await told(() => [broken])).toMatchObject({ problem: { code: 'archive' } })
  })
})

describe('an archive', () => {
  const report = { name: '一/office.nessus', data: `${nessus}${item(1)}${item(2)}${ends}` }
  const other = { name: 'b.sarif', data: `${sarif}${result}]}]}` }
  const of = (...parts: Parameters<typeof zipOf>[0]) => () => [zipOf(parts)]

  it('is read file by file, and each finding says of which', async () => {
    const records: string[] = []
    const read = await readFindings(async function* () { yield zipOf([{ name: '一/', data: '' }, { name: 'readme.txt', data: 'hello' }, report, { name: '__MACOSX/._b.sarif', data: 'x' }, other, { name: 'empty', data: '' }]) })
    for await (const finding of read) records.push(`${finding.tool} ${finding.record}`)
    expect([read.tool, read.name, records]).toEqual(['nessus, sarif', 'Nessus, SARIF', ['nessus 一/office.nessus: line 3', 'nessus 一/office.nessus: line 4', 'sarif b.sarif: /runs/0/results/0']])
  })

  it('of tables that are named by addresses is of these hosts', async () => {
    const hosts: unknown[] = []
    const table = '漏洞名称,风险等级,端口\n弱口令,高,22\n'
    for await (const { host } of await readFindings(async function* () { yield zipOf([{ name: 'hosts/192.0.2.7.csv', data: table }, { name: 'all.csv', data: table }, { name: 'b.csv', data: '漏洞名称,IP\n弱口令,192.0.2.9\n' }]) })) hosts.push(host?.ips ?? null)
    expect(hosts).toEqual([['192.0.2.7'], null, ['192.0.2.9']])
  })

  it('that holds nothing known, or nothing at all, says so', async () => {
    expect(await told(of({ name: 'a.txt', data: 'hello' }))).toMatchObject({ problem: { code: 'unknown-format' } })
    expect(await told(of({ name: 'a/', data: '' }))).toMatchObject({ problem: { code: 'empty' } })
    expect(await told(of())).toMatchObject({ problem: { code: 'empty' } })
    expect(await told(of({ name: 'inner.zip', data: zipOf([report]) }))).toMatchObject({ problem: { code: 'unknown-format' } })
    expect(await told(() => [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])])).toMatchObject({ problem: { code: 'legacy-workbook' } })
  })

  it('whose file breaks off names the file, the place and how many were read before', async () => {
    const broken = await told(of(other, { ...report, data: `${nessus}${item(1)}<` }))
    expect(broken).toMatchObject({ problem: { code: 'truncated', member: '一/office.nessus', line: 4, findingsRead: 2 }, findings: 2 })
    expect(broken.problem!.message).toMatchObject({ en: expect.stringMatching(/^一\/office\.nessus: line 4, column 2: .*\(2 findings were read before\)$/), 'zh-CN': expect.stringMatching(/^一\/office\.nessus：第 4 行第 2 列：/) })
  })

  it('that is encrypted, broken, too large or a bomb is refused', async () => {
    const whole = zipOf([other, report])
    expect(await told(of(other, { ...report, flags: 1 }))).toMatchObject({ problem: { code: 'archive', member: '一/office.nessus', found: 'it is encrypted' } })
    expect(await told(() => [whole.subarray(0, whole.length - 30)])).toMatchObject({ problem: { code: 'archive' } })
    expect(await told(of(other, other))).toMatchObject({ problem: { code: 'archive' } })
    const corrupt = Buffer.from(whole)
    corrupt.fill(0xff, corrupt.indexOf('b.sarif') + 10, corrupt.indexOf('b.sarif') + 40)
    expect(await told(() => [corrupt])).toMatchObject({ problem: { code: 'archive' } })
    expect(await told(of(other, { ...report, data: `${report.data}${' '.repeat(9e6)}`, declared: 1_000 }))).toMatchObject({ problem: { code: 'archive', member: '一/office.nessus' } })
    const bomb = of(other, { ...report, data: `${nessus}${' '.repeat(20e6)}${ends}` })
    expect(await told(bomb)).toMatchObject({ problem: { code: 'ratio', member: '一/office.nessus', allowed: 200 } })
    expect(await told(bomb, { ratio: 1e6, unpackedBytes: 1e6 })).toMatchObject({ problem: { code: 'bytes', allowed: 1e6 } })
    expect(await told(() => [whole], { archiveBytes: 100 })).toMatchObject({ problem: { code: 'bytes', allowed: 100 } })
    expect(await told(() => [whole], { members: 1 })).toMatchObject({ problem: { code: 'archive' } })
  })

  it('that is a workbook is one, and a bomb of one is refused', async () => {
    expect(await told(() => [workbookOf({ sheets: { S: '<row><c t="str"><v>a</v></c></row>' } })])).toMatchObject({ problem: { code: 'unknown-format' } })
    expect(await told(() => [workbookOf({ sheets: { S: ' '.repeat(20e6) } })])).toMatchObject({ problem: { code: 'archive' } })
  })
})
