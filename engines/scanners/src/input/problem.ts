import { foundZh } from './foundZh.ts'

/** Why the reading of a scan report stopped. */
export type ScanProblemCode =
  | 'unknown-format'
  | 'wrong-format'
  | 'empty'
  | 'encoding'
  | 'malformed'
  | 'truncated'
  | 'value'
  | 'dtd'
  | 'bytes'
  | 'ratio'
  | 'archive'
  | 'legacy-workbook'
  | 'depth'
  | 'token'
  | 'hosts'
  | 'findings'
  | 'host-length'
  | 'record-length'
  | 'context-length'
  | 'bare'
  | 'mapping-tool'
  | 'mapping-field'
  | 'mapping-column'
  | 'mapping-title'

/** `line` and `column` count from 1, in the report as text, or in that file of an archive (`member`); `hostsRead` hosts or `findingsRead` findings before this place were good. */
export interface ScanProblemDetails {
  line?: number
  column?: number
  member?: string
  hostsRead?: number
  findingsRead?: number
  allowed?: number | string
  found?: string
}

/** A problem in the words of the user, in both languages. Safe to serialise. */
export interface ScanProblem extends ScanProblemDetails {
  code: ScanProblemCode
  message: { en: string; 'zh-CN': string }
}

type Wording = (details: ScanProblemDetails) => [en: string, zh: string]

const WORDINGS: Record<ScanProblemCode, Wording> = {
  'unknown-format': (d) => [`not a scan report that is known; known are: ${d.allowed}`, `无法识别的扫描报告，支持：${d.allowed}`],
  'wrong-format': (d) => [`found ${d.found}, expected ${d.allowed}`, `内容为 ${d.found}，应为 ${d.allowed}`],
  empty: () => ['the report is empty', '报告为空'],
  encoding: (d) => [`the report is not valid ${d.found}`, `报告不是有效的 ${d.found}`],
  malformed: (d) => [`the report is not well-formed: ${d.found}`, `报告格式有误：${foundZh(d.found ?? '')}`],
  truncated: (d) => [`the report breaks off: ${d.found}; the scan was perhaps stopped`, `报告不完整：${foundZh(d.found ?? '')}，扫描可能被中断`],
  value: (d) => [`found ${d.found}, allowed ${d.allowed}`, `值为 ${d.found}，允许：${d.allowed}`],
  dtd: () => ['the report declares entities, which a scanner never does: refused', '报告声明了实体，扫描器不会如此，已拒绝'],
  bytes: (d) => [`the report is larger than ${d.allowed} bytes`, `报告超过 ${d.allowed} 字节`],
  ratio: (d) => [`the report unpacks to more than ${d.allowed} times its size: refused`, `报告解压后超过原大小的 ${d.allowed} 倍，已拒绝`],
  archive: (d) => [`the archive cannot be read: ${d.found}`, `无法读取压缩包：${foundZh(d.found ?? '')}`],
  'legacy-workbook': () => ['an old .xls or a password-protected workbook: save it as .xlsx without a password', '旧版 .xls 或带密码的工作簿：请另存为不带密码的 .xlsx'],
  depth: (d) => [`the report nests deeper than ${d.allowed} levels`, `报告嵌套超过 ${d.allowed} 层`],
  token: (d) => [`one tag or text is longer than ${d.allowed} characters`, `单个标签或文本超过 ${d.allowed} 个字符`],
  hosts: (d) => [`more than ${d.allowed} hosts`, `主机超过 ${d.allowed} 台`],
  findings: (d) => [`more than ${d.allowed} findings`, `发现超过 ${d.allowed} 项`],
  'host-length': (d) => [`one host takes more than ${d.allowed} characters`, `单台主机的内容超过 ${d.allowed} 个字符`],
  'record-length': (d) => [`one record takes more than ${d.allowed} characters`, `单条记录超过 ${d.allowed} 个字符`],
  'context-length': (d) => [`what stands beside the records takes more than ${d.allowed} characters`, `记录以外的内容超过 ${d.allowed} 个字符`],
  bare: () => ['the report holds no findings, and nothing that tells whose report it is: name the tool', '报告中没有任何发现，也无法判断由何种工具生成：请指定工具'],
  'mapping-tool': (d) => [`columns and keys cannot be mapped for ${d.found}, only for: ${d.allowed}`, `${d.found} 不支持字段映射，仅支持：${d.allowed}`],
  'mapping-field': (d) => [`the mapping names unknown fields: ${d.found}; there are: ${d.allowed}`, `映射中有未知字段：${d.found}，可用字段：${d.allowed}`],
  'mapping-column': (d) => [`the report has no columns or keys named: ${d.found}; it has: ${d.allowed}`, `报告中没有以下列或键：${d.found}，现有：${d.allowed}`],
  'mapping-title': () => ['no column or key stands for the title or CVE of a finding: map one to title', '没有列或键对应发现的标题或 CVE 编号：请映射 title 字段'],
}

/** Reading stopped; hosts and findings that were already given out stay valid. */
export class ScanError extends Error {
  readonly problem: ScanProblem

  constructor(code: ScanProblemCode, details: ScanProblemDetails = {}) {
    const [en, zh] = WORDINGS[code](details)
    const { line, column, member, hostsRead, findingsRead } = details
    const place = `${member === undefined ? '' : `${member}: `}${line === undefined ? '' : `line ${line}, column ${column}: `}`
    const placeZh = `${member === undefined ? '' : `${member}：`}${line === undefined ? '' : `第 ${line} 行第 ${column} 列：`}`
    const [read, readZh] =
      findingsRead !== undefined ? [` (${findingsRead} findings were read before)`, `（此前已读取 ${findingsRead} 项发现）`]
        : hostsRead !== undefined ? [` (${hostsRead} hosts were read before)`, `（此前已读取 ${hostsRead} 台主机）`] : ['', '']
    super(`${place}${en}${read}`)
    this.name = 'ScanError'
    this.problem = { code, ...details, message: { en: this.message, 'zh-CN': `${placeZh}${zh}${readZh}` } }
  }

  /** The same error, saying how many hosts or findings were good. */
  after(read: { hostsRead: number } | { findingsRead: number }): ScanError {
    return this.with(read)
  }

  /** The same error with more details. */
  with(more: ScanProblemDetails): ScanError {
    const { code, message: _, ...details } = this.problem
    return new ScanError(code, { ...details, ...more })
  }
}
