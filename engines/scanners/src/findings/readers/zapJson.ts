import type { Json } from '../../input/jsonRecords.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { entriesOf } from '../web.ts'
import { draftOfZap } from '../zap.ts'

const tagsOf = (tags: Json): (string | null)[] =>
  Array.isArray(tags) ? tags.flatMap((t) => [text(t, 'tag'), text(t, 'name'), text(t, 'link')]) : entriesOf(tags).flatMap(([name, link]) => [name, text(link)])

/**
 * ZAP, JSON report (traditional and plus) and alerts of its API: one finding for each instance of each alert.
 * https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-json/
 */
export const reader: JsonReader = {
  id: 'zapJson',
  name: 'ZAP (JSON)',
  kind: 'json',
  detect: (head) => !head.keys.has('vulnerabilities') && !head.keys.has('scan') && (
    (head.keys.has('site') && (head.keys.has('@generated') || head.keys.has('@version') || head.keys.has('@programName')))
    || (head.keys.has('alerts') && head.itemKeys.has('pluginId') && head.itemKeys.has('wascid'))),
  paths: [['site', '*', 'alerts', '*'], ['site', 'alerts', '*'], ['alerts', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const of = (from: Json) => (...names: readonly string[]) => names.map((name) => text(from, name)).find((t) => t !== null) ?? null
    const instances = list(value, 'instances')
    const site = keys[0] === 'site' ? at(context, ...keys.slice(0, -2)) : null
    return (instances.length === 0 ? [value] : instances).map((instance, i) => draftOfZap({
      alert: of(value), instance: of(instance), tags: tagsOf(at(value, 'tags')), site: text(site, '@name') ?? text(site, '@host'),
      time: text(context, 'created') ?? text(context, '@generated'), record: pointer(instances.length === 0 ? keys : [...keys, 'instances', i]),
    }))
  },
}
