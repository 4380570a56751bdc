import type { Json } from '../../input/jsonRecords.ts'
import { draftOfInvicti } from '../invicti.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { entriesOf } from '../web.ts'

const scored = (cvss: Json, version: '4.0' | null) => ({
  vector: text(cvss, 'Vector'),
  score: text(cvss, 'BaseScore', 'Value') ?? list(cvss, 'Score').filter((s) => text(s, 'Type') === 'Base').map((s) => text(s, 'Value'))[0] ?? null,
  ...(version === null ? {} : { version }),
})

/** Invicti, Netsparker Enterprise and Acunetix 360, vulnerabilities list as JSON: one finding for each. https://www.invicti.com/support/vulnerabilities-list-report/ */
export const reader: JsonReader = {
  id: 'invicti',
  name: 'Invicti (Netsparker, Acunetix 360)',
  kind: 'json',
  detect: (head) => head.keys.has('Vulnerabilities') && head.keys.has('Target') && (head.keys.has('Generated') || /"ScanId"\s*:/.test(head.text)),
  paths: [['Vulnerabilities', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const names = new Map(entriesOf(value).map(([name, v]) => [name.toLowerCase(), v]))
    const classification = at(value, 'Classification')
    return [draftOfInvicti({
      of: (name) => text(names.get(name)),
      cwe: [text(classification, 'Cwe')], wasc: text(classification, 'Wasc'),
      cvss: [scored(at(classification, 'Cvss40'), '4.0'), scored(at(classification, 'Cvss31'), null), scored(at(classification, 'Cvss'), null)],
      known: list(value, 'KnownVulnerabilities').map((k) => [text(k, 'Severity'), text(k, 'Title'), text(k, 'CveId') ?? text(k, 'Cve')].filter((t) => t !== null).join(': ')),
      evidence: {
        Parameters: list(value, 'HttpRequest', 'Parameters').map((p) => `${text(p, 'Type') ?? ''} ${text(p, 'Name') ?? ''} = ${text(p, 'Value') ?? ''}`.trim()).join('\n'),
        ...Object.fromEntries(list(value, 'ExtraInformation').map((e) => [text(e, 'Name') ?? '', text(e, 'Value')])),
        Request: text(value, 'HttpRequest', 'Content'), Response: text(value, 'HttpResponse', 'Content'),
      },
      days: [text(context, 'Generated'), text(context, 'Target', 'Initiated')], record: pointer(keys),
    })]
  },
}
