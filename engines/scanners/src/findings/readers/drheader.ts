import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, labelled } from '../web.ts'

const draftOf = (item: Json, url: string | null, keys: readonly (string | number)[]): Draft => ({
  rule: text(item, 'rule'), title: [text(item, 'rule'), text(item, 'message')].filter((t) => t !== null).join(': '), severity: text(item, 'severity'), ...addressOf(url),
  evidence: labelled({
    Value: text(item, 'value'), Expected: texts(item, 'expected').join(`${text(item, 'delimiter') ?? ','} `), Avoid: texts(item, 'avoid').join(', '),
    Anomaly: [...texts(item, 'anomaly'), ...texts(item, 'anomalies')].join(', '),
  }),
  record: pointer(keys),
})

/** drHEADer, JSON report of one address or of several: one finding for each rule that a header breaks. https://github.com/Santandersecurityresearch/DrHeader */
export const reader: JsonReader = {
  id: 'drheader',
  name: 'drHEADer',
  kind: 'json',
  detect: (head) => head.isList && ((head.itemKeys.has('rule') && head.itemKeys.has('message') && head.itemKeys.has('severity') && !head.itemKeys.has('file'))
    || (head.itemKeys.has('url') && head.itemKeys.has('report') && /"rule"\s*:|"report"\s*:\s*\[\s*\]/.test(head.text))),
  paths: [['*']],
  read: ({ value, keys }) => (at(value, 'report') === null ? [draftOf(value, text(value, 'url'), keys)]
    : list(value, 'report').map((item, i) => draftOf(item, text(value, 'url'), [...keys, 'report', i]))),
}
