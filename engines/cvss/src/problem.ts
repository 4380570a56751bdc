/** Why a text is not a vector. */
export type VectorProblemCode = 'empty' | 'length' | 'version' | 'syntax' | 'metric' | 'value' | 'repeated' | 'order' | 'missing'

export interface VectorProblemDetails {
  /** Place in the text, counted from 1. */
  readonly at?: number
  readonly found?: string
  readonly metric?: string
  readonly allowed?: string
}

/** A problem in the words of the user, in both languages. Safe to serialise. */
export interface VectorProblem extends VectorProblemDetails {
  readonly code: VectorProblemCode
  readonly message: { readonly en: string; readonly 'zh-CN': string }
}

const wordings: Record<VectorProblemCode, (d: VectorProblemDetails) => readonly [en: string, zh: string]> = {
  empty: () => ['the vector is empty', '向量为空'],
  length: (d) => [`the vector is longer than ${d.allowed} characters`, `向量超过 ${d.allowed} 个字符`],
  version: (d) => [`"${d.found}" is no version of CVSS that is known; known are ${d.allowed}`, `无法识别的 CVSS 版本“${d.found}”，支持：${d.allowed}`],
  syntax: (d) => [`"${d.found}" is not of the form metric:value`, `“${d.found}”不是“指标:取值”的形式`],
  metric: (d) => [`${d.metric} is no metric of this version`, `该版本没有指标 ${d.metric}`],
  value: (d) => [`"${d.found}" is no value of ${d.metric}; allowed are ${d.allowed}`, `“${d.found}”不是 ${d.metric} 的取值，允许：${d.allowed}`],
  repeated: (d) => [`${d.metric} is told twice`, `指标 ${d.metric} 重复`],
  order: (d) => [`${d.metric} has to stand before ${d.found}: the order of metrics is fixed in version 4.0`, `${d.metric} 应在 ${d.found} 之前：4.0 版规定了指标顺序`],
  missing: (d) => [`${d.metric} is missing; every metric of the base is needed`, `缺少指标 ${d.metric}，基础指标须齐全`],
}

/** A text that is not a vector; `problem` says what and where. */
export class VectorError extends Error {
  readonly problem: VectorProblem

  constructor(code: VectorProblemCode, details: VectorProblemDetails = {}) {
    const [en, zh] = wordings[code](details)
    const [place, placeZh] = details.at === undefined ? ['', ''] : [`character ${details.at}: `, `第 ${details.at} 个字符：`]
    super(`${place}${en}`)
    this.name = 'VectorError'
    this.problem = { code, ...details, message: { en: this.message, 'zh-CN': `${placeZh}${zh}` } }
  }
}
