import { identifiersIn } from '../identifiers.ts'
import { hostOf } from '../network.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** IntSights (Rapid7 Threat Command), alerts as JSON: one finding for each; `fixed` where it is closed. https://docs.rapid7.com/threat-command/ */
export const reader: JsonReader = {
  id: 'intsights',
  name: 'IntSights',
  kind: 'json',
  detect: (head) => head.keys.has('Alerts') && head.itemKeys.has('Details'),
  paths: [['Alerts', '*']],
  read: ({ value, keys }) => {
    const of = (...names: string[]) => text(value, ...names)
    const assets = list(value, 'Assets').flatMap((asset) => text(asset, 'Value') ?? [])
    const id = of('_id')
    return [{
      rule: id, title: of('Details', 'Title'), description: of('Details', 'Description'),
      references: [of('Details', 'Source', 'URL'), id === null ? null : `https://dashboard.intsights.com/#/threat-command/alerts?search=${id}`],
      identifiers: identifiersIn(of('Details', 'Title'), of('Details', 'Description')), severity: of('Details', 'Severity'),
      stance: at(value, 'Closed', 'IsClosed') === true ? 'fixed' : 'open', host: assets.length === 0 ? null : hostOf(...assets), url: of('Details', 'Source', 'URL'),
      evidence: [of('Details', 'Type'), of('Details', 'SubType'), of('Details', 'Source', 'NetworkType'), ...list(value, 'Details', 'Tags').map((tag) => text(tag, 'Name')), ...assets]
        .filter((t) => t !== null).join('\n'),
      firstSeen: of('FoundDate') ?? of('Details', 'Source', 'Date'), lastSeen: of('UpdateDate'), record: pointer(keys),
    }]
  },
}
