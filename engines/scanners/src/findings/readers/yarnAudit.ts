import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import { npmPurl } from '../npm.ts'
import { npmAdvisory } from '../npmAdvisory.ts'
import type { JsonReader } from '../reader.ts'

/** A line of yarn 1 tells an advisory and one way through the dependencies. */
const classic = (data: Json, record: string): Draft => {
  const path = text(data, 'resolution', 'path')
  const found = list(data, 'advisory', 'findings')
  const version = text(found.find((one) => texts(one, 'paths').includes(path ?? '')) ?? (found.length === 1 ? found[0] : null), 'version')
  return npmAdvisory(at(data, 'advisory'), version, path === null ? [] : [path], record)
}

/** A line of yarn 4 tells a package, its advisory, and the versions that are installed. */
const berry = (line: Json, record: string): Draft[] => {
  const name = text(line, 'value') ?? 'unknown'
  const children = at(line, 'children')
  const versions: (string | null)[] = texts(children, 'Tree Versions')
  return (versions.length === 0 ? [null] : versions).map((version) => ({
    rule: identifiersIn(text(children, 'URL')).other[0] ?? text(children, 'ID'), title: text(children, 'Issue'), references: [text(children, 'URL')],
    identifiers: identifiersIn(text(children, 'URL'), text(children, 'Issue')), severity: text(children, 'Severity'),
    component: { name, version, purl: npmPurl(name, version), path: texts(children, 'Dependents').join(', ') },
    evidence: text(children, 'Vulnerable Versions') === null ? null : `Vulnerable: ${text(children, 'Vulnerable Versions')}`, record,
  }))
}

/**
 * `yarn audit --json` of yarn 1: one finding for each line `auditAdvisory`, which is one way to the package; `yarn npm audit --json` of yarn 4: one for each version that
 * is installed of a package and advisory. https://classic.yarnpkg.com/en/docs/cli/audit https://yarnpkg.com/cli/npm/audit
 */
export const reader: JsonReader = {
  id: 'yarnAudit',
  name: 'yarn audit',
  kind: 'json',
  mayBeLines: true,
  detect: ({ keys, itemKeys, isList, text: beginning }) => {
    const has = (key: string) => keys.has(key) || (!isList && itemKeys.has(key))
    return (has('type') && has('data') && /"type"\s*:\s*"audit(?:Advisory|Summary|Action)"/.test(beginning))
      || (has('value') && has('children') && /"(?:Tree|Vulnerable) Versions"\s*:/.test(beginning))
  },
  paths: [['*']],
  read: ({ value: line, keys }) => (text(line, 'type') === 'auditAdvisory' ? [classic(at(line, 'data'), pointer(keys))]
    : at(line, 'children') !== null && text(line, 'value') !== null ? berry(line, pointer(keys)) : []),
}
