import { identifiersIn } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { entriesOf, firstAddress, hostNamed, labelled, linksIn, plain, sameHost } from '../web.ts'

const sections = ['domains', 'webapps', 'mobileapps', 'cloud', 'network', 'repositories', 'incidents'] as const

/** ImmuniWeb Discovery, JSON export: one finding for each asset or incident, with what is to be done about it. https://www.immuniweb.com/products/discovery/ */
export const reader: JsonReader = {
  id: 'immuniwebDiscovery',
  name: 'ImmuniWeb Discovery',
  kind: 'json',
  detect: (head) => sections.filter((s) => head.keys.has(s)).length >= 2 && head.itemKeys.has('section') && head.itemKeys.has('tab') || (head.keys.has('webapps')
    && head.keys.has('mobileapps') && head.keys.has('repositories')),
  paths: sections.map((section) => [section, '*']),
  read: ({ value, keys }) => {
    const name = text(value, 'name')
    const isElsewhere = keys[0] === 'mobileapps' || keys[0] === 'incidents'
    const address = isElsewhere ? { url: text(value, 'link') } : firstAddress(text(value, 'link'), name)
    const data = entriesOf(value, 'data').flatMap(([key, v]) => (v === null || v === '' ? [] : [`${key}: ${typeof v === 'object' ? JSON.stringify(v) : String(v)}`]))
    const remediations = texts(value, 'remediations')
    const section = String(keys[0])
    return [{
      rule: section, title: [text(value, 'type'), text(value, 'leak_name'), name].filter((t) => t !== null).join(': '),
      description: plain(text(value, 'description')), solution: remediations.map(plain).join('\n'), references: linksIn(...remediations),
      identifiers: identifiersIn(JSON.stringify(value)), severity: text(value, 'risk') ?? text(value, 'severity'),
      ...address, host: sameHost('host' in address ? address.host : null, hostNamed(text(value, 'ip'))),
      evidence: labelled({
        State: text(value, 'group'), Tag: text(value, 'tag'), Data: data.join('\n'),
        Details: [
          'dns_configuration', 'status', 'availability', 'ports', 'software', 'fingerprinted_software', 'examples',
        ].map((key) => [key, at(value, key)] as const).flatMap(([key, v]) => (v === null || v === '' || JSON.stringify(v).length <= 2 ? [] : [`${key}: ${JSON.stringify(v)}`])).join('\n'),
      }),
      firstSeen: text(value, 'discovered') ?? text(value, 'dt'), lastSeen: text(value, 'last_scan') ?? text(value, 'lastupdatedt'), record: pointer(keys),
    }]
  },
}
