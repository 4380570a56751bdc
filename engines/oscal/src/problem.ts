/** Codes of errors, which end the reading, and of warnings, which do not. */
export type OscalProblemCode =
  | 'size'
  | 'json'
  | 'depth'
  | 'model'
  | 'version'
  | 'shape'
  | 'nodes'
  | 'prose-length'
  | 'duplicate-id'
  | 'import-missing'
  | 'import-loop'
  | 'imports'
  | 'unknown-control'
  | 'unknown-param'
  | 'unknown-target'
  | 'duplicate-control'
  | 'withdrawn-by-rule'

/** `path` is a JSON path from the root of the document; `document` names an imported one. */
export interface OscalProblemDetails {
  path?: string
  document?: string
  found?: string | number
  allowed?: string | number
}

/** A problem in the words of the user, in both languages. Safe to serialise. */
export interface OscalProblem extends OscalProblemDetails {
  code: OscalProblemCode
  message: { en: string; 'zh-CN': string }
}

type Wording = (details: OscalProblemDetails) => [en: string, zh: string]

const WORDINGS: Record<OscalProblemCode, Wording> = {
  size: (d) => [`the document is larger than ${d.allowed} bytes`, `文档超过 ${d.allowed} 字节`],
  json: (d) => [
    `not JSON in UTF-8: ${d.found}; OSCAL's XML and YAML forms are not read`,
    `不是 UTF-8 编码的 JSON：${d.found}；不支持 OSCAL 的 XML 和 YAML 形式`,
  ],
  depth: (d) => [`nested deeper than ${d.allowed} levels`, `嵌套超过 ${d.allowed} 层`],
  model: (d) => [`the document is ${d.found}, allowed: ${d.allowed}`, `文档类型为 ${d.found}，允许：${d.allowed}`],
  version: (d) => [`OSCAL version ${d.found}, allowed: ${d.allowed}`, `OSCAL 版本为 ${d.found}，允许：${d.allowed}`],
  shape: (d) => [`${d.found}`, `不符合 OSCAL 模型：${d.found}`],
  nodes: (d) => [`more than ${d.allowed} groups and controls`, `组和控制超过 ${d.allowed} 个`],
  'prose-length': (d) => [
    `the text is longer than ${d.allowed} characters once parameters are inserted`,
    `代入参数后文本超过 ${d.allowed} 个字符`,
  ],
  'duplicate-id': (d) => [`the id "${d.found}" was already used`, `标识“${d.found}”重复`],
  'import-missing': (d) => [`the imported document ${d.found} is not available`, `找不到被导入的文档 ${d.found}`],
  'import-loop': (d) => [`the profile imports itself: ${d.found}`, `基线循环导入：${d.found}`],
  imports: (d) => [`more than ${d.allowed} documents are imported`, `导入的文档超过 ${d.allowed} 个`],
  'unknown-control': (d) => [`no control "${d.found}" among the imported ones`, `导入的内容中没有控制“${d.found}”`],
  'unknown-param': (d) => [`no parameter "${d.found}"`, `没有参数“${d.found}”`],
  'unknown-target': (d) => [`nothing with the id "${d.found}" in this control`, `该控制中没有标识为“${d.found}”的内容`],
  'duplicate-control': (d) => [
    `the control "${d.found}" was imported twice; the first one was used`,
    `控制“${d.found}”被重复导入，已采用第一个`,
  ],
  'withdrawn-by-rule': (d) => [
    `${d.found} items are marked withdrawn by a known rule for this publication (${d.allowed}), not by the document itself`,
    `${d.found} 项依据该出版物的已知规则（${d.allowed}）标记为已撤销，文档本身未作标记`,
  ],
}

/** Words a problem in both languages, with its place in front. */
export function problem(code: OscalProblemCode, details: OscalProblemDetails = {}): OscalProblem {
  const [en, zh] = WORDINGS[code](details)
  const place = [details.document, details.path].filter(Boolean).join(' ')
  return { code, ...details, message: { en: place ? `${place}: ${en}` : en, 'zh-CN': place ? `${place}：${zh}` : zh } }
}

/** The document cannot be read, or must not be. */
export class OscalError extends Error {
  readonly problem: OscalProblem

  constructor(code: OscalProblemCode, details: OscalProblemDetails = {}) {
    const it = problem(code, details)
    super(it.message.en)
    this.name = 'OscalError'
    this.problem = it
  }

  /** The same error, naming the imported document in which it arose. */
  inDocument(document: string): OscalError {
    const { code, message: _, ...details } = this.problem
    return new OscalError(code, { document, ...details })
  }
}
