import { draftOf, othersOf } from '../aqua.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const places = [['resources', '*'], ['results', 'resources', '*'], ['*', 'resources', '*'], ['*', 'results', 'resources', '*'], ['cves', '*'], ['result', '*']]

/**
 * Aqua, JSON of its scanner, of its API (`/api/v2/risks/vulnerabilities`) and the earlier one: one finding for each vulnerability, kind of sensitive data and
 * malware of each resource. https://docs.aquasec.com
 */
export const reader: JsonReader = {
  id: 'aqua',
  name: 'Aqua',
  kind: 'json',
  detect: ({ isList, keys, itemKeys, text: head }) =>
    isList
      ? (itemKeys.has('image_name') && itemKeys.has('results')) || (itemKeys.has('image') && itemKeys.has('registry') && itemKeys.has('resources'))
      : (keys.has('resources') && keys.has('image') && (keys.has('registry') || keys.has('scan_started')))
        || (keys.has('image_name') && keys.has('results') && /"vulnerabilities"|"resources"/.test(head))
        || (keys.has('cves') && (keys.has('cves_counts') || (keys.has('image_name') && keys.has('disallowed'))))
        || (keys.has('result') && keys.has('count') && (itemKeys.has('image_repository_name') || itemKeys.has('aqua_severity') || (keys.has('pagesize') && keys.has('query')))),
  paths: places,
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    const scan = path < 4 ? at(context, ...keys.slice(0, -2)) : context
    const image = path === 5 ? text(value, 'image_name') ?? text(value, 'image_repository_name') : text(scan, 'image') ?? text(scan, 'image_name') ?? text(context, 'image_name')
    const os = [text(scan, 'os'), text(scan, 'version')].filter((t) => t !== null).join(' ')
    const host = image === null ? null : { name: image, os: path < 4 ? os : null }
    const record = pointer(keys)
    if (path >= 4) return [draftOf(value, at(value, 'resource'), host, record)]
    const started = text(scan, 'scan_started', 'seconds')
    return [...list(value, 'vulnerabilities').map((one, i) => draftOf(one, at(value, 'resource'), host, `${record}/vulnerabilities/${i}`)), ...othersOf(value, host, record)]
      .map((draft) => ({ ...draft, lastSeen: draft.lastSeen ?? started }))
  },
}
