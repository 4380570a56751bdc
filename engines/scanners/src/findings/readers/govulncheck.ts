import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const advisories = new WeakMap<object, Map<string, Json>>()

/** The advisory of that id, from anywhere in the stream. */
const advisoryOf = (context: Json, id: string | null): Json => {
  if (id === null || context === null || typeof context !== 'object') return null
  let known = advisories.get(context)
  if (known === undefined) {
    known = new Map(list(context).flatMap((message) => (text(message, 'osv', 'id') === null ? [] : [[text(message, 'osv', 'id')!, at(message, 'osv')] as const])))
    advisories.set(context, known)
  }
  return known.get(id) ?? null
}

const common = (osv: Json, id: string | null, module: string | null, version: string | null, fixedIn: string | null): Omit<Draft, 'record'> => ({
  rule: id, title: text(osv, 'summary') ?? id, description: text(osv, 'details'),
  references: [text(osv, 'database_specific', 'url'), ...list(osv, 'references').map((r) => text(r, 'url'))],
  identifiers: identifiersIn(id, ...texts(osv, 'aliases')), stance: text(osv, 'withdrawn') === null ? 'open' : 'suppressed',
  component: module === null ? null : { name: module, version, purl: `pkg:golang/${module}${version === null ? '' : `@${version}`}`, fixedIn },
})

/** One step of a call stack, as a line. */
const stepOf = (step: Json): string => linesOf([text(step, 'package') ?? text(step, 'module'), text(step, 'receiver'), text(step, 'function')].filter((t) => t !== null).join('.')
  + (text(step, 'position', 'filename') === null ? '' : ` ${text(step, 'position', 'filename')}:${text(step, 'position', 'line') ?? ''}`))

const found = (finding: Json, context: Json, record: string): Draft => {
  const trace = list(finding, 'trace')
  const called = trace.findLast((step) => text(step, 'position', 'filename') !== null)
  const id = text(finding, 'osv')
  return {
    ...common(advisoryOf(context, id), id, text(trace[0], 'module'), text(trace[0], 'version'), text(finding, 'fixed_version')),
    place: called === undefined ? null : { file: text(called, 'position', 'filename')!, line: number(called, 'position', 'line') },
    evidence: linesOf(...trace.map(stepOf)), record,
  }
}

/** Before 1.0: an advisory with the symbol that it is about. */
const older = (flaw: Json, record: string): Draft => ({
  ...common(at(flaw, 'OSV'), text(flaw, 'OSV', 'id'), text(flaw, 'ModPath') ?? text(flaw, 'PkgPath'), null,
    texts(list(flaw, 'OSV', 'affected').flatMap((a) => list(a, 'ranges')).flatMap((r) => list(r, 'events')).map((e) => at(e, 'fixed'))).join(', ')),
  evidence: linesOf(named('Package', text(flaw, 'PkgPath')), named('Symbol', text(flaw, 'Symbol')), number(flaw, 'CallSink') === 0 ? 'Not called' : null), record,
})

/**
 * govulncheck, `-json` (a stream of messages, or a list of them): one finding for each message `finding`, with its advisory; and the form before 1.0.
 * https://pkg.go.dev/golang.org/x/vuln/cmd/govulncheck
 */
export const reader: JsonReader = {
  id: 'govulncheck',
  name: 'govulncheck',
  kind: 'json',
  mayBeLines: true,
  detect: ({ keys, itemKeys, text: beginning }) =>
    (itemKeys.has('config') && /"scanner_name"\s*:|"protocol_version"\s*:/.test(beginning)) || (keys.has('config') && /"scanner_name"\s*:\s*"govulncheck"/.test(beginning))
      || (keys.has('Calls') && keys.has('Imports')) || (keys.has('Vulns') && keys.has('Modules')),
  paths: [['*', 'finding'], ['Vulns', '*'], ['*', 'Vulns', '*']],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => (path === 0 ? (text(value, 'osv') === null ? [] : [found(value, context, pointer(keys))]) : [older(value, pointer(keys))]),
}
