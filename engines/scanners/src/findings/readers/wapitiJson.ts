import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { draftOfWapiti } from '../wapiti.ts'
import { entriesOf } from '../web.ts'

/** Wapiti 3, JSON report: one finding for each entry of a vulnerability, an anomaly or additional knowledge. https://wapiti-scanner.github.io/ */
export const reader: JsonReader = {
  id: 'wapitiJson',
  name: 'Wapiti (JSON)',
  kind: 'json',
  detect: (head) => head.keys.has('classifications') && (head.keys.has('vulnerabilities') || head.keys.has('infos') || head.keys.has('anomalies')),
  paths: [['vulnerabilities', '*', '*'], ['anomalies', '*', '*'], ['additionals', '*', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const category = String(keys[1])
    const known = at(context, 'classifications', category)
    return [draftOfWapiti({
      category, description: text(known, 'desc'), solution: text(known, 'sol'), references: entriesOf(known, 'ref').map(([title, url]) => ({ title, url: text(url) })),
      of: (name) => text(value, name), target: text(context, 'infos', 'target'), time: text(context, 'infos', 'date'), record: pointer(keys),
    })]
  },
}
