import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../tables/src/xlsx/workbook.fixture.ts'
import type { ScanLimits } from '../input/limits.ts'
import { ScanError, type ScanProblem } from '../input/problem.ts'
import { headBytes, headOf } from './head.ts'
import { readFindings } from './read.ts'
import { findingReaders, headerAt, isOfKind } from './readers.ts'

const kindOf = (text: string) => headOf(Buffer.from(text)).kind
interface Told {
  readonly tool: string
  readonly titles: readonly string[]
  readonly records: readonly string[]
  readonly problem: ScanProblem | null
}
const told = async (bytes: Uint8Array | string, tool?: string, limits: Partial<ScanLimits> = {}, chunk = Number.POSITIVE_INFINITY): Promise<Told> => {
  const whole = Buffer.from(bytes as string)
  const [titles, records]: [string[], string[]] = [[], []]
  let is = ''
  const source = async function* () {
    for (let from = 0; from < whole.length; from += chunk) yield whole.subarray(from, from + chunk)
  }
  try {
    const report = await readFindings(source, { limits, ...(tool === undefined ? {} : { tool }) })
    is = report.tool
    for await (const finding of report) {
      titles.push(finding.title)
      records.push(finding.record)
    }
    return { tool: is, titles, records, problem: null }
  } catch (error) {
    if (error instanceof ScanError) return { tool: is, titles, records, problem: error.problem }
    throw error
  }
}

describe('the beginning of a report', () => {
  it.each([
    ['[INFO] 1 Master Node\n[PASS] 1.1', 'text'], ['[ ]', 'json'], ['[', 'json'], ['[\n {"a":1}]', 'json'], ['[1,2]', 'json'], ['["a"]', 'json'], ['[null]', 'json'], ['[nullable] x', 'text'], ['[**] alert', 'text'],
    ['{"a":1}', 'json'], ['{"a":1}\n{"a":2}', 'lines'], ['scoutsuite_results =\n{"a":1}', 'json'], ['window.data = [{}]', 'json'], ['a = b', 'text'],
    ['<html><body>', 'html'], ['<!DOCTYPE HTML>\n<!-- x --><HTML lang="zh">', 'html'], ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html xmlns="x">', 'html'], ['<htmlreport/>', 'xml'], ['<a/>', 'xml'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('is looked at by every reader in no more time than it takes to read it', async () => {
    const keys = ['"SourceMetadata"', '"vulnerabilities"', '"findings"', '"results"', '"version"', 'scoutsuite_results', 'window.data', '"name"', '<html', '<meta charset', 'CVE-', 'http://']
    const pieces = [' ', '\n', '\t', '"', '{', '[', '[{', '{"', '<', '<a ', ',', ';', ':', '=', '-', 'a', '1', '漏', '(', '/', '\\', ...keys, ...keys.map((key) => `${key}:`), ...keys.map((key) => `${key}     `)]
    const readers = await findingReaders()
    const slow: string[] = []
    for (const piece of pieces) {
      for (const begin of ['', '{', '[{', '<html>', ...keys.slice(0, 2)]) {
        const text = `${begin}${piece.repeat(headBytes / piece.length)}`
        const heads = [headOf(Buffer.from(text)), headOf(Buffer.from(text), [[text], text.split(',').slice(0, 500)])]
        for (const head of heads) {
          for (const reader of readers.filter((r) => isOfKind(r, head))) {
            const began = process.threadCpuUsage()
            headerAt(reader, head)
            reader.detect(head)
            const { user, system } = process.threadCpuUsage(began)
            const took = (user + system) / 1_000
            if (took > 1_000) slow.push(`${reader.id} ${JSON.stringify(begin + piece)} ${took.toFixed(0)} ms`)
          }
        }
      }
    }
    expect(slow).toEqual([])
  }, 60_000)

  it('may be cut within a character, in any encoding', async () => {
    const nessus = (encoding: string, pad: number) =>
      `<?xml version="1.0" encoding="${encoding}"?>${' '.repeat(pad)}<NessusClientData_v2><Report name="r"><ReportHost name="h"><ReportItem port="1" severity="1" pluginID="1" pluginName="漏洞𝄞"><description>${'漏洞𝄞'.repeat(20_000)}</description></ReportItem></ReportHost></Report></NessusClientData_v2>`
    for (const pad of [0, 1, 2, 3]) {
      const utf16 = Buffer.from(`\ufeff${nessus('UTF-16', pad)}`, 'utf16le')
      for (const chunk of [Number.POSITIVE_INFINITY, 65_537]) {
        expect(await told(utf16, undefined, {}, chunk)).toMatchObject({ tool: 'nessus', titles: ['漏洞𝄞'], problem: null })
        expect(await told(nessus('UTF-8', pad), undefined, {}, chunk)).toMatchObject({ tool: 'nessus', titles: ['漏洞𝄞'], problem: null })
      }
    }
    // 漏洞 in GB 2312, after an odd number of bytes.
    const [before, after] = ['<?xml version="1.0" encoding="GB2312"?><NessusClientData_v2><Report name="r"><ReportHost name="h"><ReportItem port="1" pluginName="', '"/></ReportHost></Report></NessusClientData_v2>']
    const gb = Buffer.concat([Buffer.from(`${before} `), Buffer.from(Array.from({ length: 60_000 }, () => [0xc2, 0xa9]).flat()), Buffer.from(after)])
    expect(await told(gb)).toMatchObject({ tool: 'nessus', titles: ['漏'.repeat(60_000)], problem: null })
  })

  it('of nothing but an empty list asks for the tool, and is read as one without findings where it is named', async () => {
    for (const text of ['[]', '{}', ' [ ]\n']) {
      expect(await told(text)).toMatchObject({ problem: { code: 'bare', message: { en: expect.stringMatching(/name the tool/), 'zh-CN': expect.stringMatching(/请指定工具/) } } })
      expect(await told(text, 'gitleaks')).toMatchObject({ tool: 'gitleaks', titles: [], problem: null })
    }
    expect(await told('{"findings":[]}')).toMatchObject({ tool: 'generic', titles: [], problem: null })
  })

  it('may be the name under which a script knows the JSON, and places stay where they are', async () => {
    const scout = (rest: string) => `scoutsuite_results =\n{"account_id":"漏","last_run":{"ruleset_about":""},"services":{"s":{"findings":{"f":{"items":["i"],"description":"d"}${rest}`
    expect(await told(scout('}}}}'))).toMatchObject({ tool: 'scoutSuite', titles: ['d'], problem: null })
    for (const chunk of [3, 50, 1_000]) expect(await told(scout(',\n"g" 1}}}}'), undefined, {}, chunk)).toMatchObject({ titles: ['d'], problem: { code: 'malformed', line: 3, column: 5 } })
  })
})

describe('a table', () => {
  it('may have its header below a title', async () => {
    const rows = '漏洞名称,风险等级,IP\n弱口令,高,192.0.2.1\n'
    expect(await told(`漏洞扫描结果,,\n单位：某公司,2031-01-01,\n\n${rows}`)).toMatchObject({ tool: 'generalTable', titles: ['弱口令'], records: ['line 5'] })
    expect(await told(`${'x,y,z\n'.repeat(30)}${rows}`)).toMatchObject({ problem: { code: 'unknown-format' } })
    expect(await told('a,b\n1,"2\n')).toMatchObject({ problem: { code: 'unknown-format' } })
  })
})

describe('a page', () => {
  const table = '<table><tr><th>漏洞名称<th>风险等级<tr><td>弱口令<td>高</table>'
  it('is read by what it says its encoding is, in pieces of any size', async () => {
    const gb = Buffer.from('c2a9b6b4c3fbb3c6', 'hex')
    const bytes = Buffer.concat([Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><table><tr><td>'), gb, Buffer.from('<td>Severity<tr><td>x<td>high</table></html>')])
    for (const chunk of [3, 7, 64, 1_000]) expect(await told(bytes, undefined, {}, chunk)).toMatchObject({ tool: 'generalPage', titles: ['x'], problem: null })
  })

  it('that breaks off gives what it told before; one that is too long, or holds no findings, is refused', async () => {
    expect(await told(`<html>\n${table}<p>`)).toMatchObject({ tool: 'generalPage', titles: ['弱口令'], problem: { code: 'truncated', line: 2, findingsRead: 1 } })
    expect(await told(`<html>${table}${'<b>'.repeat(1_000)}</html>`, undefined, { contextLength: 10_000 })).toMatchObject({ problem: { code: 'context-length', allowed: 10_000 } })
    expect(await told('<html><table><tr><td>a<td>b</table></html>')).toMatchObject({ problem: { code: 'unknown-format' } })
  })

  it('of a host in an archive stands for those of the summary beside it', async () => {
    const host = `<html><script src="media/report/js/nsfocus.js"></script><h1>主机报表</h1><table><tr><th>IP地址</th><td>192.0.2.1</td></tr></table>
      <table id="vuln_list"><tr><td>22<td>TCP<td>ssh<td><span class="level_danger_high">弱口令</span></table></html>`
    const archive = zipOf([{ name: 'index.html', data: `<html>绿盟<div id="vuln_distribution">${table}</div></html>` }, { name: 'host/192.0.2.1.html', data: host }, { name: 'list.csv', data: '漏洞名称,IP\n弱口令,192.0.2.1\n' }])
    expect(await told(archive)).toMatchObject({ tool: 'rsasPage, generalTable', titles: ['弱口令', '弱口令'], problem: null })
  })

  it('whose data nests without end is read without them', async () => {
    const data = `{"categories":[{"mark":"host-summary","data":{"target":"192.0.2.1"}}],"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    expect(await told(`<html><script>window.data = ${data};</script></html>`)).toMatchObject({ tool: 'rsasPage', titles: [], problem: null })
  })
})

describe('what stands beside the records of XML', () => {
  it('and is collected first is bounded too', async () => {
    const rule = (i: number) => `<BugPattern type="T${i}"><ShortDescription>${'x'.repeat(1_000)}</ShortDescription></BugPattern>`
    const report = `<BugCollection version="4">${Array.from({ length: 200 }, (_, i) => rule(i)).join('')}</BugCollection>`
    expect(await told(report, 'spotbugs')).toMatchObject({ tool: 'spotbugs', problem: null })
    expect(await told(report, 'spotbugs', { contextLength: 100_000 })).toMatchObject({ problem: { code: 'context-length', allowed: 100_000 } })
  })
})
