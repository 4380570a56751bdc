import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { firstAddress, joinedUrl, labelled } from '../web.ts'

const stances: Readonly<Record<string, Stance>> = { FALSE_POSITIVE: 'false-positive', RISK_ACCEPTED: 'accepted' }

/** StackHawk, webhook message of a completed scan: one finding for each path of each finding. https://docs.stackhawk.com/web-app/integrations/webhook.html */
export const reader: JsonReader = {
  id: 'stackhawk',
  name: 'StackHawk',
  kind: 'json',
  detect: (head) => head.keys.has('scanCompleted') || (head.keys.has('service') && /"service"\s*:\s*"StackHawk"/.test(head.text)),
  paths: [['scanCompleted', 'findings', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const paths = list(value, 'paths')
    const scan = at(context, 'scanCompleted', 'scan')
    return (paths.length === 0 ? [null] : paths).map((path, i) => ({
      rule: text(value, 'pluginId'), title: text(value, 'pluginName'), description: text(value, 'description') ?? text(value, 'category'), solution: text(value, 'solution'),
      references: [text(path, 'pathURL'), text(value, 'findingURL'), text(scan, 'scanURL')],
      identifiers: joined({ cwe: cweOf(text(value, 'cweId')) }, identifiersIn(text(value, 'pluginName'), text(value, 'description'))),
      severity: text(value, 'severity'), stance: stances[text(path, 'status') ?? ''] ?? 'open',
      ...firstAddress(joinedUrl(text(value, 'host'), text(path, 'path')), text(value, 'host')),
      evidence: labelled({ Method: text(path, 'method'), Status: text(path, 'status') }),
      lastSeen: text(scan, 'startedTimestamp'), record: pointer(paths.length === 0 ? keys : [...keys, 'paths', i]),
    }))
  },
}
