/** What can be wrong with a table, from a whole file down to one cell. */
export type ProblemCode =
  | 'empty'
  | 'binary'
  | 'legacy-workbook'
  | 'encoding'
  | 'bytes'
  | 'rows'
  | 'columns'
  | 'cell-length'
  | 'quote'
  | 'quote-unclosed'
  | 'header-empty'
  | 'header-duplicate'
  | 'ragged'
  | 'formula'
  | 'cell-error'
  | 'sheet-missing'
  | 'not-a-workbook'
  | 'zip-damaged'
  | 'zip-encrypted'
  | 'zip-entries'
  | 'zip-size'
  | 'zip-ratio'
  | 'zip-nested'
  | 'zip-in-memory'
  | 'shared-strings'
  | 'xml'
  | 'xml-dtd'
  | 'xml-depth'
  | 'xml-token'

/**
 * Where a problem is and what would have been right.
 *
 * `line` is the line of the file (CSV) or the row number of the sheet (XLSX), `column` the cell within it, both from 1;
 * `offset` is a byte offset from 0; `allowed` the limit or the list of accepted values; `found` what was there; `name`
 * a header, sheet or zip entry.
 */
export interface ProblemDetails {
  line?: number
  column?: number
  offset?: number
  allowed?: number | string
  found?: number | string
  name?: string
}

/** A problem in the words of the user, in both languages. Safe to serialise. */
export interface Problem extends ProblemDetails {
  code: ProblemCode
  message: { en: string; 'zh-CN': string }
}

type Wording = (details: ProblemDetails) => [en: string, zh: string]

const WORDINGS: Record<ProblemCode, Wording> = {
  empty: () => ['the table has no header row', '表中没有表头行'],
  binary: () => ['not a text table: it holds a NUL character; give CSV or XLSX', '不是文本表格：含有空字符，请提供 CSV 或 XLSX'],
  'legacy-workbook': () => [
    'an old .xls or a password-protected workbook: save it as .xlsx without a password',
    '旧版 .xls 或带密码的工作簿：请另存为不带密码的 .xlsx',
  ],
  encoding: (d) => [
    `byte ${d.offset} is not valid ${d.found}; allowed: ${d.allowed}`,
    `第 ${d.offset} 字节不是有效的 ${d.found}，允许的编码：${d.allowed}`,
  ],
  bytes: (d) => [`the file is larger than ${d.allowed} bytes`, `文件超过 ${d.allowed} 字节`],
  rows: (d) => [`more than ${d.allowed} rows`, `超过 ${d.allowed} 行`],
  columns: (d) => [`more than ${d.allowed} columns`, `超过 ${d.allowed} 列`],
  'cell-length': (d) => [
    `a cell is longer than ${d.allowed} characters; in CSV, look for a quote that is never closed`,
    `单元格超过 ${d.allowed} 个字符；若为 CSV，请检查是否有未闭合的引号`,
  ],
  quote: (d) => [
    `after a closing quote only the delimiter or the line end may follow, found ${JSON.stringify(d.found)}`,
    `引号闭合后只能是分隔符或行尾，实际为 ${JSON.stringify(d.found)}`,
  ],
  'quote-unclosed': () => ['the file ends inside a quoted cell that begins here', '文件结束时，从此处开始的引号仍未闭合'],
  'header-empty': () => ['the header cell is empty', '表头单元格为空'],
  'header-duplicate': (d) => [`the header "${d.name}" already stands in column ${d.found}`, `表头“${d.name}”与第 ${d.found} 列重复`],
  ragged: (d) => [`the row has ${d.found} cells, the header ${d.allowed}`, `该行有 ${d.found} 个单元格，表头有 ${d.allowed} 个`],
  formula: () => ['the cell holds a formula; its stored result was read', '单元格为公式，已读取其保存的结果'],
  'cell-error': (d) => [`the cell holds the error ${d.found}`, `单元格为错误值 ${d.found}`],
  'sheet-missing': (d) => [`no sheet "${d.name}"; there are: ${d.allowed}`, `没有工作表“${d.name}”，现有：${d.allowed}`],
  'not-a-workbook': (d) => [`a zip file, but not an XLSX workbook: ${d.name} is missing`, `是 zip 文件但不是 XLSX 工作簿：缺少 ${d.name}`],
  'zip-damaged': (d) => [`the workbook is damaged or truncated (${d.name}: ${d.found})`, `工作簿已损坏或不完整（${d.name}：${d.found}）`],
  'zip-encrypted': (d) => [`${d.name} is encrypted: save the workbook without a password`, `${d.name} 已加密：请取消密码后另存`],
  'zip-entries': (d) => [
    `${d.found} files inside the workbook, allowed ${d.allowed}`,
    `工作簿内有 ${d.found} 个文件，最多 ${d.allowed} 个`,
  ],
  'zip-size': (d) => [`the workbook unpacks to more than ${d.allowed} bytes`, `工作簿解压后超过 ${d.allowed} 字节`],
  'zip-ratio': (d) => [
    `${d.name} unpacks to ${d.found} times its size, allowed ${d.allowed}: it looks like a zip bomb`,
    `${d.name} 的压缩比为 ${d.found}，最多 ${d.allowed}：疑似压缩炸弹`,
  ],
  'zip-nested': (d) => [`${d.name} is itself a zip file where XML is expected`, `${d.name} 本身是 zip 文件，应为 XML`],
  'zip-in-memory': (d) => [
    `a workbook larger than ${d.allowed} bytes must be given as a file, not as a stream`,
    `超过 ${d.allowed} 字节的工作簿须以文件而非数据流提供`,
  ],
  'shared-strings': (d) => [`the workbook's shared strings exceed ${d.allowed}`, `工作簿的共享字符串超过 ${d.allowed}`],
  xml: (d) => [`${d.name} is not well-formed: ${d.found}`, `${d.name} 的 XML 有误：${d.found}`],
  'xml-dtd': (d) => [`${d.name} declares a DTD, which may define entities: refused`, `${d.name} 含有 DTD（可定义实体），已拒绝`],
  'xml-depth': (d) => [`${d.name} nests deeper than ${d.allowed} elements`, `${d.name} 的嵌套超过 ${d.allowed} 层`],
  'xml-token': (d) => [`${d.name} holds one piece longer than ${d.allowed} characters`, `${d.name} 中有超过 ${d.allowed} 个字符的片段`],
}

/** Words a problem in both languages, with its place in front. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  const [en, zh] = WORDINGS[code](details)
  const { line, column } = details
  const place = [line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ')
  const placeZh = `${line ? `第 ${line} 行` : ''}${column ? `第 ${column} 列` : ''}`
  return {
    code,
    ...details,
    message: { en: place ? `${place}: ${en}` : en, 'zh-CN': placeZh ? `${placeZh}：${zh}` : zh },
  }
}

/** Reading stopped: the file as a whole, or everything from this place on, cannot be trusted. */
export class TableError extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    const it = problem(code, details)
    super(it.message.en)
    this.name = 'TableError'
    this.problem = it
  }
}
