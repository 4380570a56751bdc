import type { Json } from '../../input/jsonRecords.ts'
import { labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import { draftOf, fixedIn, packageOf } from '../osv.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const known = new WeakMap<object, ReadonlyMap<string, Json>>()

/** Groups of a package by the ids in them: several databases tell of one flaw. */
const groupsOf = (held: Json): ReadonlyMap<string, Json> => {
  if (held === null || typeof held !== 'object') return new Map()
  const found: ReadonlyMap<string, Json> = known.get(held) ?? new Map(list(held, 'groups').flatMap((group) => texts(group, 'ids').map((id) => [id, group] as const)))
  known.set(held, found)
  return found
}

/** OSV-Scanner, JSON: one finding for each advisory of each package in each source, and for each license that is not allowed. https://google.github.io/osv-scanner/output/ */
export const reader: JsonReader = {
  id: 'osvScanner',
  name: 'OSV-Scanner',
  kind: 'json',
  detect: ({ keys, text: head }) =>
    keys.has('results') && (/"source"\s*:\s*\{[^{}]*"path"\s*:/.test(head) || keys.has('experimental_config') || keys.has('experimental_analysis'))
    && (/"packages"\s*:/.test(head) || /"results"\s*:\s*(?:\[\s*\]|null)/.test(head)),
  paths: [['results', '*', 'packages', '*', 'vulnerabilities', '*'], ['results', '*', 'packages', '*', 'license_violations', '*']],
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    const source = at(context, 'results', keys[1]!)
    const held = at(source, 'packages', keys[3]!)
    const own = at(held, 'package')
    const file = text(source, 'source', 'path')
    const name = text(own, 'name') ?? text(own, 'commit')
    const component: Draft['component'] = name === null ? null : { name, version: text(own, 'version') ?? (text(own, 'name') === null ? null : text(own, 'commit')), path: file }
    const common = { place: file === null ? null : { file }, record: pointer(keys) }
    if (path === 1) return [{ ...common, rule: text(value), title: `License ${text(value) ?? ''}`.trim(), component }]
    const all = list(value, 'affected')
    const affected = all.filter((one) => text(packageOf(one), 'name') === text(own, 'name')
      && (text(own, 'ecosystem') === null || text(packageOf(one), 'ecosystem')?.split(':')[0] === text(own, 'ecosystem')?.split(':')[0]))
    const draft = draftOf(value, affected.length > 0 || name !== null ? affected : all)
    const id = text(value, 'id')
    const group = id === null ? null : (groupsOf(held).get(id) ?? null)
    const analysis = at(group, 'experimental_analysis') ?? at(group, 'experimentalAnalysis')
    return [{
      ...draft,
      ...common,
      cvss: draft.cvss!.some((one) => one?.vector != null) ? draft.cvss! : [{ score: text(group, 'max_severity') }],
      component: component === null ? null : { ...component, purl: text(packageOf(affected[0] ?? null), 'purl'), fixedIn: fixedIn(affected.length > 0 ? affected : all) },
      evidence: lines(draft.evidence, labelled('Groups', texts(held, 'dependency_groups').join(', ')), labelled('Called', id === null ? null : text(analysis, id, 'called'))),
    }]
  },
}
