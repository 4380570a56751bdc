import { parseAst, type Plugin } from 'vite'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}
interface Called extends Node {
  readonly callee: Node & { readonly name?: string }
  readonly arguments: readonly (Node & { readonly properties?: readonly (Node & { readonly key?: Node & { readonly name?: string }; readonly value?: Node })[] })[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Every call of a function by its plain name, outer before inner. */
const callsOf = (node: Node, name: string, found: Called[] = []): Called[] => {
  if (node.type === 'CallExpression' && (node as Called).callee.name === name) found.push(node as Called)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) callsOf(child, name, found)
  }
  return found
}

const empty = `{ en: '', 'zh-CN': '' }`

/**
 * A source without what it says about operations: the `summary` of each `operation({ … })` is emptied, unless it is a variable. Lines stay
 * where they were. Null where there is nothing to empty.
 */
export const withoutSummaries = (code: string): string | null => {
  if (!code.includes('operation(')) return null
  const told = callsOf(parseAst(code, { lang: 'ts' }), 'operation')
    .flatMap((call) => call.arguments[0]?.properties ?? [])
    .flatMap(({ key, value }) => (key?.name === 'summary' && value !== undefined && value.type !== 'Identifier' ? [value] : []))
  if (told.length === 0) return null
  return told.toSorted((a, b) => b.start - a.start).reduce((left, { start, end }) => {
    const lines = left.slice(start, end).split('\n').length - 1
    return left.slice(0, start) + empty + '\n'.repeat(lines) + left.slice(end)
  }, code)
}

/** The summaries of operations are for OpenAPI and the command line, which the server and the CLI tell: no page shows them, so that none loads them. */
export const noSummaries = (): Plugin => ({
  name: 'heng-no-summaries',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/contract\/[^?]+\.ts$/ },
    handler(code) {
      const next = withoutSummaries(code)
      return next === null ? null : { code: next, map: null }
    },
  },
})
