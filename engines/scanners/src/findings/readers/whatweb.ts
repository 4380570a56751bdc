import { pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, entriesOf, hostNamed, labelled, sameHost } from '../web.ts'

const software = new Set(['version', 'os', 'string', 'model', 'firmware', 'module', 'account', 'filepath', 'certainty'])

/** WhatWeb, JSON log: one finding for each plugin that recognised something. https://github.com/urbanadventurer/WhatWeb/wiki/Usage */
export const reader: JsonReader = {
  id: 'whatweb',
  name: 'WhatWeb',
  kind: 'json',
  mayBeLines: true,
  detect: (head) => [head.itemKeys, head.keys].some((keys) => keys.has('target') && keys.has('plugins') && (keys.has('http_status') || keys.has('request_config'))),
  paths: [['*']],
  read: ({ value, keys }) => {
    const target = text(value, 'target')
    const { host, ...address } = addressOf(target)
    return entriesOf(value, 'plugins').map(([name, found]) => {
      const version = texts(found, 'version')[0] ?? null
      return {
        rule: name, title: [name, ...texts(found, 'version'), ...texts(found, 'string')].join(' '), ...address,
        host: sameHost(host, ...texts(value, 'plugins', 'IP', 'string').map(hostNamed)),
        component: version === null ? null : { name, version },
        evidence: labelled({
          Status: text(value, 'http_status'), ...Object.fromEntries(entriesOf(found).filter(([key]) => software.has(key)).map(([key, v]) => [key, texts(v).join(', ')])),
        }),
        record: pointer([...keys, 'plugins', name]),
      }
    })
  },
}
