import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, entriesOf, joinedUrl, labelled } from '../web.ts'

/** dirsearch, JSON report: one finding for each answer, of version 0.4.3 or before. https://github.com/maurosoria/dirsearch#reports */
export const reader: JsonReader = {
  id: 'dirsearch',
  name: 'dirsearch',
  kind: 'json',
  detect: (head) => head.keys.has('info') && head.keys.has('results') && (/"args"\s*:\s*"[^"]{0,400}dirsearch/.test(head.text) || head.itemKeys.has('content-length')),
  paths: [['results', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }): readonly Draft[] => {
    const draftOf = (item: Json, origin: string | null, where: readonly (string | number)[]): Draft => {
      const url = text(item, 'url') ?? joinedUrl(origin, text(item, 'path'))
      const status = text(item, 'status')
      return {
        rule: status === null ? null : `status ${status}`, title: `${url ?? ''} (status ${status ?? 'unknown'})`, ...addressOf(url),
        evidence: labelled({
          Status: status, Length: text(item, 'content-length') ?? text(item, 'contentLength'), 'Content type': text(item, 'content-type') ?? text(item, 'contentType'),
          Redirect: text(item, 'redirect'),
        }),
        lastSeen: text(context, 'info', 'time'), record: pointer(where),
      }
    }
    if (text(value, 'status') !== null) return [draftOf(value, null, keys)]
    return entriesOf(value).flatMap(([origin, items]) => list(items).map((item, i) => draftOf(item, origin, [...keys, origin, i])))
  },
}
