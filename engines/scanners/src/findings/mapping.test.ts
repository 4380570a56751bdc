import { describe, expect, it } from 'vitest'
import { workbookOf, zipOf } from '../../../tables/src/xlsx/workbook.fixture.ts'
import { ScanError, type ScanProblem } from '../input/problem.ts'
import type { Finding } from './finding.ts'
import { readFindings, type FindingOptions } from './read.ts'

const read = async (text: string | Uint8Array, options: FindingOptions): Promise<{ findings: Finding[]; tool: string; problem: ScanProblem | null }> => {
  const findings: Finding[] = []
  let tool = ''
  try {
    const report = await readFindings(async function* () { yield Buffer.from(text as string) }, options)
    tool = report.tool
    for await (const finding of report) findings.push(finding)
    return { findings, tool, problem: null }
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    return { findings, tool, problem: error.problem }
  }
}
const mapping = { title: 'Spalte A', severity: 'B', host: ['C', 'D'], url: 'Wo' } as const
const table = 'Spalte A;B;C;D;Wo;Risk;端口\nSchwach;high;192.0.2.1;srv.example;/x?y;low;22\n'

describe('a mapping', () => {
  it('says which columns of a table stand for which fields; others are understood by their names', async () => {
    const { findings, tool } = await read(table, { tool: 'generalTable', mapping })
    expect([tool, findings.length]).toEqual(['generalTable', 1])
    expect(findings[0]).toMatchObject({ title: 'Schwach', severity: { reported: 'high', derived: 'high' }, host: { ips: ['192.0.2.1'], fqdns: ['srv.example'] }, url: '/x?y', service: { port: 22 } })
  })

  it('takes a column for what it is mapped to and for nothing else', async () => {
    const { findings } = await read('title,description\nA,B\n', { mapping: { title: 'description', evidence: 'title' } })
    expect(findings[0]).toMatchObject({ title: 'B', description: null, evidence: 'A' })
  })

  it('finds the header below a title, and the sheets and files that have the columns', async () => {
    const sheet = (rows: string[][]) => rows.map((row, r) => `<row r="${r + 1}">${row.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`).join('')
    const workbook = workbookOf({ sheets: { Info: sheet([['who', 'when'], ['x', 'y']]), List: sheet([['Report of the quarter'], ['Was', 'Wo'], ['Weak', '192.0.2.5']]) } })
    const one = await read(workbook, { mapping: { title: 'was', host: 'Wo' } })
    expect([one.problem, one.findings.map(({ title, host, record }) => [title, host?.ips, record])]).toEqual([null, [['Weak', ['192.0.2.5'], 'List: line 3']]])
    const zip = await read(zipOf([{ name: 'a.csv', data: table }, { name: 'b.csv', data: 'x,y\n1,2\n' }]), { mapping })
    expect([zip.problem, zip.findings.length]).toEqual([null, 1])
  })

  it('says which keys of objects stand for which fields, keys within too', async () => {
    const list = JSON.stringify([{ what: { name: 'Weak' }, grade: 3, urls: ['http://192.0.2.6/a'] }, { what: { name: 'Weaker' }, note: 'n', urls: [] }])
    const { findings, problem, tool } = await read(list, { mapping: { title: 'what.name', severity: 'grade', description: 'note' } })
    expect([problem, tool]).toEqual([null, 'genericList'])
    expect(findings).toMatchObject([{ title: 'Weak', severity: { reported: '3', derived: 'high' }, url: 'http://192.0.2.6/a' }, { title: 'Weaker', description: 'n' }])
    const lines = await read('{"a":"x"}\n{"a":"y"}\n', { mapping: { title: 'a' } })
    expect(lines.findings.map(({ title }) => title)).toEqual(['x', 'y'])
    expect((await read('{"findings":[{"a":"x"}]}', { mapping: { title: 'a' } })).findings).toMatchObject([{ tool: 'generic', title: 'x' }])
  })

  it.each([
    ['a field that findings do not have', table, { titel: 'B', title: 'Spalte A' }, undefined, 'mapping-field', /titel; there are: title, /, /未知字段：titel/],
    ['a column that is not there', table, { title: 'Spalte A', severity: 'E', host: 'F' }, undefined, 'mapping-column', /named: E, F; it has: Spalte A, B/, /没有以下列或键：E, F/],
    ['a key that no record has', '[{"a":1},{"b":2}]', { title: 'a', host: 'c' }, undefined, 'mapping-column', /named: c; it has: a, b/, /没有以下列或键：c/],
    ['no title', table, { severity: 'B' }, undefined, 'mapping-title', /stands for the title/, /标题/],
    ['no title of objects', '[{"a":"1"}]', { severity: 'a' }, undefined, 'mapping-title', /stands for the title/, /标题/],
    ['a tool that takes none', table, mapping, 'nessus', 'mapping-tool', /for nessus, only for: generalTable, generic, genericList$/, /nessus 不支持字段映射/],
    ['a report that is no list', '<a/>', mapping, undefined, 'unknown-format', /generalTable, generic, genericList$/, /无法识别/],
  ] as const)('of %s is refused in both languages', async (_, text, given, tool, code, en, zh) => {
    const { problem } = await read(text, { mapping: given as object, ...(tool === undefined ? {} : { tool }) })
    expect([problem?.code, problem?.message.en, problem?.message['zh-CN']]).toEqual([code, expect.stringMatching(en), expect.stringMatching(zh)])
  })
})
