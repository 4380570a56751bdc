import type { Json } from '../../input/jsonRecords.ts'
import { identifiersIn } from '../identifiers.ts'
import { hostOf } from '../network.ts'
import { at, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** `None` is written for what is missing. */
const said = (value: Json, ...keys: string[]): string | null => {
  const found = text(value, ...keys)
  return found === 'None' ? null : found
}

const component = (location: Json): { name: string; version: string | null } | null => {
  const found = /^cpe:(?:\/|2\.3:)[aho]:[^:]*:([^:]+)(?::([^:]+))?/.exec(said(location, 'applicationCpe') ?? '')
  const name = said(location, 'applicationName') ?? found?.[1]
  return name === undefined ? null : { name, version: found?.[2] ?? null }
}

/** Trustwave Fusion API, findings as JSON: one finding for each item. https://docs.trustwave.com/fusion/ */
export const reader: JsonReader = {
  id: 'trustwaveFusion',
  name: 'Trustwave Fusion',
  kind: 'json',
  detect: (head) => head.keys.has('items') && head.itemKeys.has('classification') && ['kb', 'externalFindingId', 'location'].some((key) => head.itemKeys.has(key)),
  paths: [['items', '*']],
  read: ({ value, keys }) => {
    const location = at(value, 'location')
    return [{
      rule: said(value, 'kb', 'id') ?? said(value, 'id'), title: said(value, 'name'),
      description: [said(value, 'classification'), said(value, 'description') ?? said(value, 'kb', 'description')].filter((part) => part !== null).join('\n\n'),
      solution: said(value, 'remediation') ?? said(value, 'kb', 'remediation'),
      identifiers: identifiersIn(...texts(value, 'kb', 'cves'), ...texts(value, 'kb', 'cwes'), said(value, 'name')), references: texts(value, 'kb', 'references'),
      cvss: [
        { version: '3.0', vector: said(value, 'kb', 'cvssV3Vector'), score: number(value, 'kb', 'cvssV3BaseScore') },
        { version: '2.0', vector: said(value, 'kb', 'cvssV2Vector'), score: number(value, 'kb', 'cvssV2BaseScore') },
      ],
      severity: said(value, 'severity'), stance: /^(?:fixed|closed|remediated|resolved)$/i.test(said(value, 'status') ?? '') ? 'fixed' : 'open',
      host: hostOf(said(location, 'ip'), said(location, 'domain')),
      service: { port: number(location, 'port'), protocol: said(location, 'transportProtocol'), name: said(location, 'applicationProtocol') },
      url: said(location, 'url'), component: component(location), evidence: said(value, 'evidence'),
      firstSeen: said(value, 'createdOn'), lastSeen: said(value, 'job', 'jobEndTime') ?? said(value, 'updatedOn'), record: pointer(keys),
    }]
  },
}
