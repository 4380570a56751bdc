import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, labelled } from '../web.ts'

/** wfuzz, JSON output: one finding for each answer that was shown. https://wfuzz.readthedocs.io/en/latest/user/basicusage.html#wfuzz-output */
export const reader: JsonReader = {
  id: 'wfuzz',
  name: 'wfuzz',
  kind: 'json',
  detect: (head) => head.isList && ['chars', 'payload', 'code', 'words'].every((key) => head.itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const [url, code] = [text(value, 'url'), text(value, 'code')]
    return [{
      rule: code === null ? null : `status ${code}`, title: `${url ?? text(value, 'payload') ?? ''} (status ${code ?? 'unknown'})`, ...addressOf(url),
      evidence: labelled({
        Method: text(value, 'method'), Payload: text(value, 'payload'), Status: code, Characters: text(value, 'chars'), Lines: text(value, 'lines'),
        Words: text(value, 'words'), Redirect: text(value, 'location'), Server: text(value, 'server'),
      }),
      record: pointer(keys),
    }]
  },
}
