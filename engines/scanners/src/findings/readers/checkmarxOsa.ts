import type { Json } from '../../input/jsonRecords.ts'
import { checkmarxStance } from '../checkmarxStates.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const libraries = new WeakMap<object, Map<string, Json>>()

/** A library of the report, by its id. */
const libraryOf = (context: Json, id: string | null): Json => {
  if (context === null || typeof context !== 'object' || id === null) return null
  let known = libraries.get(context)
  if (known === undefined) libraries.set(context,
    (known = new Map(list(context).flatMap((part) => list(part)).filter((one) => text(one, 'libraryId') === null).map((library) => [text(library, 'id') ?? '', library]))))
  return known.get(id) ?? null
}

/**
 * Checkmarx OSA, JSON, a list of flaws and a list of libraries in one list: one finding for each flaw. Only its severity is taken as the record, as flaws and libraries
 * stand in the same way. https://docs.checkmarx.com
 */
export const reader: JsonReader = {
  id: 'checkmarxOsa',
  name: 'Checkmarx OSA',
  kind: 'json',
  detect: ({ isList, itemKeys, text: beginning }) => isList && /^\s*\[\s*\[/.test(beginning) && ['cveName', 'libraryId', 'highUniqueVulnerabilityCount'].some((key) => itemKeys.has(key)),
  paths: [['*', '*', 'severity']],
  needsContext: true,
  read: ({ value: severity, keys }, { context }) => {
    const record = keys.slice(0, 2)
    const flaw = at(context, ...record)
    const library = libraryOf(context, text(flaw, 'libraryId'))
    return [{
      rule: text(flaw, 'cveName') ?? text(flaw, 'id'), title: text(flaw, 'cveName'), description: text(flaw, 'description'), solution: text(flaw, 'recommendations'),
      references: [text(flaw, 'url')],
      identifiers: identifiersIn(text(flaw, 'cveName')), cvss: [{ score: number(flaw, 'score') }], severity: text(severity, 'name') ?? text(severity),
      stance: checkmarxStance(text(flaw, 'state', 'name'), null),
      component: library === null ? null : { name: text(library, 'name') ?? 'unknown', version: text(library, 'version') },
      evidence: linesOf(named('State', text(flaw, 'state', 'name')), named('File', text(flaw, 'sourceFileName'))), record: pointer(record),
    }]
  },
}
