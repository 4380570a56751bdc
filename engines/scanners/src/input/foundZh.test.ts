import { describe, expect, it } from 'vitest'
import { readFindings } from '../findings/read.ts'
import { ScanError } from './problem.ts'

const problemOf = async (text: string | Buffer): Promise<string> => {
  try {
    for await (const _ of await readFindings(async function* () { yield Buffer.from(text) }));
  } catch (error) {
    if (error instanceof ScanError) return error.problem.message['zh-CN']
    throw error
  }
  return 'nothing was wrong'
}
const nessus = (body: string): string => `<NessusClientData_v2><Report name="r">${body}</Report></NessusClientData_v2>`
const sarif = (body: string): string => `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[${body}`

describe('what is wrong with a report is told in Chinese as well', () => {
  it.each([
    ['cut off', '<NessusClientData_v2><Report name="r">', '<Report> 未闭合'],
    ['crossed', nessus('<ReportHost name="a"></ReportItem>'), '</ReportItem> 与未闭合的 <ReportHost> 不匹配'],
    ['entity', nessus('<ReportHost name="&evil;"/>'), '未知实体“&evil;”'],
    ['twice', nessus('<ReportHost name="a" name="b"/>'), '属性 name 重复'],
    ['quotes', nessus('<ReportHost name=a/>'), '属性值没有引号'],
    ['second root', `${nessus('')}<other/>`, '出现第二个根元素'],
    ['JSON cut off', sarif('{"ruleId":'), '内容提前结束'],
    ['JSON token', sarif('{"ruleId": nope}]}]}'), '出现意外的'],
  ])('%s', async (_name, report, told) => {
    const message = await problemOf(report)
    expect(message).toContain(told)
    // Nothing of the English sentence is left beside what is quoted.
    expect(message).not.toMatch(/\b(?:is|are|not|closed|unexpected|attribute|known|comes|without|where)\b/i)
  })
})
