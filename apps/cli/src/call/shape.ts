import { z } from 'zod'
import type { Operation } from '@heng/contract'

export type Kind = 'string' | 'number' | 'boolean' | 'list' | 'object'

/** One value that an operation takes, as an option of its command. */
export interface Parameter {
  /** Where it stands in the input: `['values', 'name']` for `--name` of a change. */
  readonly path: readonly string[]
  readonly name: string
  readonly kind: Kind
  /** Kind of the entries of a list. */
  readonly entries: Kind
  readonly required: boolean
  readonly nullable: boolean
  readonly allowed: readonly string[]
  readonly format: string | undefined
}

interface Node {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly items?: Node
  readonly anyOf?: readonly Node[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
}

const kinds: Readonly<Record<string, Kind>> = { integer: 'number', number: 'number', boolean: 'boolean', array: 'list', object: 'object', string: 'string' }

const describe = (path: readonly string[], node: Node, required: boolean): Parameter => {
  const all = node.anyOf ?? [node]
  const nullable = all.some(({ type }) => type === 'null')
  const real = all.filter(({ type }) => type !== 'null')
  // "One or several": the list takes both.
  const main = real.find(({ type }) => type === 'array') ?? real[0] ?? {}
  const leaf = main.type === 'array' ? (main.items?.anyOf?.find(({ type }) => type !== 'null') ?? main.items ?? {}) : main
  return {
    path, name: path.at(-1)!, required, nullable,
    kind: kinds[main.type ?? ''] ?? (main.enum === undefined ? 'object' : 'string'),
    entries: kinds[leaf.type ?? ''] ?? 'string',
    allowed: (leaf.enum ?? (leaf.const === undefined ? [] : [leaf.const])).map(String),
    format: leaf.format,
  }
}

/**
 * What an operation takes besides the organisation. The fields of `values` (a change) stand beside `id` and `version`
 * where no name is taken twice.
 */
export const parametersOf = (operation: Operation): Parameter[] => {
  const schema = z.toJSONSchema(operation['~orpc'].inputSchema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Node
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'org')
  const top = entries.map(([name, node]) => describe([name], node, schema.required?.includes(name) ?? false))
  const values = schema.properties?.['values']
  const taken = new Set(top.map(({ name }) => name))
  const inner = Object.entries(values?.properties ?? {})
    .filter(([name]) => !taken.has(name))
    .map(([name, node]) => describe(['values', name], node, values?.required?.includes(name) ?? false))
  return [...top.filter(({ name }) => name !== 'values' || inner.length === 0), ...inner]
}
