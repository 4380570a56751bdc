import type { Locale, OperationMeta, Text } from '@heng/contract'

/** The part of a JSON schema (2020-12) that operations use. */
export interface Schema {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly pattern?: string
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly 'x-heng'?: { readonly description: Text }
  readonly schema: Schema
}

interface Body {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } }
}

interface RawOperation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses: { readonly 200?: Body }
  readonly 'x-heng': { readonly summary: Text; readonly permission: OperationMeta['permission']; readonly writes: boolean }
}

/** What `/api/v1/openapi.json` says, as far as the page shows it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
}

export interface ApiOperation {
  /** `asset.list`: the name in the log and on the command line. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly permission: OperationMeta['permission']
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  readonly answer: Schema | undefined
}

const schemaOf = (body: Body | undefined): Schema | undefined => body?.content?.['application/json']?.schema

const searchable = ({ id, method, path, summary }: ApiOperation): string => `${id} ${method} ${path} ${summary}`.toLowerCase()

const subjectOf = (id: string): string => id.split('.')[0]!
/** Every register has the same operations; their summaries end with its name: "List: asset". */
const inWords = (summary: string, id: string, titleOf: (name: string) => string): string =>
  summary.endsWith(subjectOf(id)) ? summary.slice(0, -subjectOf(id).length) + titleOf(subjectOf(id)) : summary

export interface ApiGroup {
  /** First part of the operations' names: a noun, or a subject such as `session`. */
  readonly name: string
  readonly title: string
  readonly operations: readonly ApiOperation[]
}

/** Operations by what they are about, in the order of the document; with `q` those that hold every word of it. `titleOf` puts a group's name into words. O(operations). */
export const groupsOf = (document: ApiDocument, locale: Locale, titleOf: (name: string) => string, q: string): readonly ApiGroup[] => {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, raw]): ApiOperation => ({
    id: raw.operationId, method: method.toUpperCase(), path, summary: inWords(raw['x-heng'].summary[locale], raw.operationId, titleOf), permission: raw['x-heng'].permission,
    parameters: raw.parameters ?? [], body: schemaOf(raw.requestBody), answer: schemaOf(raw.responses[200]),
  })))
  const found = operations.filter((one) => words.every((word) => searchable(one).includes(word)))
  return [...Map.groupBy(found, ({ id }) => subjectOf(id))].map(([name, list]) => ({ name, title: titleOf(name), operations: list }))
}

const isNull = (schema: Schema): boolean => schema.type === 'null'
const range = (low: number | undefined, high: number | undefined): string =>
  low !== undefined && high !== undefined ? ` ${low}–${high}` : low !== undefined ? ` ≥ ${low}` : high !== undefined ? ` ≤ ${high}` : ''
/** The ends of the numbers that a program can hold are no limits worth telling. */
const limit = (value: number | undefined): number | undefined => (value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value)

/** A type in one line: `string (uuid)`, `integer 1–5 | null`, `"en" | "zh-CN"`, `[object]`. */
export const typeText = (schema: Schema): string => {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return [...new Set([...choices.filter((one) => !isNull(one)), ...choices.filter(isNull)].map(typeText))].join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.type === 'array') return `[${schema.items === undefined ? 'any' : typeText(schema.items)}]${schema.maxItems === undefined ? '' : ` ≤ ${schema.maxItems}`}`
  if (schema.type === 'integer' || schema.type === 'number') return `${schema.type}${range(limit(schema.minimum), limit(schema.maximum))}`
  if (schema.type === 'string') return `string${schema.format === undefined ? '' : ` (${schema.format})`}${range(schema.minLength, schema.maxLength)}`
  return schema.type ?? 'any'
}

/** The object that a schema describes once lists and "or null" are taken off; undefined for plain values. */
export const objectIn = (schema: Schema): Schema | undefined => {
  const choices = (schema.anyOf ?? schema.oneOf)?.filter((one) => !isNull(one))
  if (choices !== undefined) return choices.length === 1 ? objectIn(choices[0]!) : choices.map(objectIn).find((one) => one !== undefined)
  if (schema.type === 'array') return schema.items === undefined ? undefined : objectIn(schema.items)
  return schema.properties === undefined || Object.keys(schema.properties).length === 0 ? undefined : schema
}

/** The call on a command line, with the organisation of the reader filled in. */
export const curlOf = ({ method, path, body }: ApiOperation, origin: string, org: string): string => [
  `curl${method === 'GET' ? '' : ` -X ${method}`} '${origin}/api/v1${path.replace('{org}', org)}'`,
  "-H \"Authorization: Bearer $HENG_TOKEN\"",
  ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", "-d '{…}'"]),
].join(' \\\n  ')
