import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, entriesOf, labelled } from '../web.ts'

/** ffuf, JSON report: one finding for each answer that matched. https://github.com/ffuf/ffuf/wiki */
export const reader: JsonReader = {
  id: 'ffuf',
  name: 'ffuf',
  kind: 'json',
  detect: (head) => head.keys.has('commandline') && head.keys.has('results') && (head.keys.has('config') || /"commandline"\s*:\s*"[^"]{0,200}ffuf/.test(head.text)),
  paths: [['results', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const url = text(value, 'url')
    const status = text(value, 'status')
    return [{
      rule: status === null ? null : `status ${status}`, title: `${url ?? text(value, 'host') ?? ''} (status ${status ?? 'unknown'})`, ...addressOf(url),
      evidence: labelled({
        Input: entriesOf(value, 'input').filter(([name]) => name !== 'FFUFHASH').map(([name, v]) => `${name} = ${text(v) ?? ''}`).join('\n'), Status: status,
        Length: text(value, 'length'), Words: text(value, 'words'), Lines: text(value, 'lines'),
        'Content type': text(value, 'content-type'), Redirect: text(value, 'redirectlocation'), Host: text(value, 'host'),
      }),
      lastSeen: text(context, 'time'), record: pointer(keys),
    }]
  },
}
