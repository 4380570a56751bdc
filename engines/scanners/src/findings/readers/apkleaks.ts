import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const isNoSecret = /^(?:LinkFinder|Mac_Address|Mailto|IP_Address|Firebase|Amazon_AWS_S3_Bucket)$/i

/** APKLeaks, JSON: one finding for each match of each pattern. https://github.com/dwisiswant0/apkleaks */
export const reader: JsonReader = {
  id: 'apkleaks',
  name: 'APKLeaks',
  kind: 'json',
  detect: (head) => head.keys.has('package') && head.keys.has('results') && (head.itemKeys.size === 0 || head.itemKeys.has('matches')),
  paths: [['results', '*', 'matches', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const name = text(context, 'results', keys[1]!, 'name')
    const found = typeof value === 'string' ? value : JSON.stringify(value)
    const app = text(context, 'package')
    return [{ rule: name, title: name, evidence: found, ...(isNoSecret.test(name ?? '') ? {} : { secrets: [found] }), component: app === null ? null : { name: app }, record: pointer(keys) }]
  },
}
