import { draftOfNikto } from '../nikto.ts'
import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Nikto, JSON report, of one target or a list of them: one finding for each item. https://github.com/sullo/nikto/wiki/Export-Formats */
export const reader: JsonReader = {
  id: 'niktoJson',
  name: 'Nikto (JSON)',
  kind: 'json',
  detect: (head) => [head.keys, head.itemKeys].some((keys) => keys.has('host') && keys.has('port') && keys.has('banner') && (keys.has('vulnerabilities') || keys.has('ip'))),
  paths: [['vulnerabilities', '*'], ['*', 'vulnerabilities', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const scan = at(context, ...keys.slice(0, -2))
    return [draftOfNikto({
      id: text(value, 'id'), osvdb: text(value, 'OSVDB'), method: text(value, 'method'), message: text(value, 'msg'), path: text(value, 'url'), references: text(value, 'references'),
      name: text(scan, 'host'), ip: text(scan, 'ip'), port: text(scan, 'port'), record: pointer(keys),
    })]
  },
}
