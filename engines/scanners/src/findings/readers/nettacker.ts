import { identifiersIn, joined } from '../identifiers.ts'
import { hostOf, hostOfUrl } from '../network.ts'
import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Modules are named after what they look for: `apache_cve_2021_41773_vuln`. */
const cvesOf = (module: string | null): string[] => [...(module ?? '').matchAll(/cve_(\d{4})_(\d{4,7})/gi)].map(([, year, n]) => `CVE-${year}-${n}`)

/** OWASP Nettacker, JSON: one finding for each event; ports and other things that were merely scanned for are informational. https://nettacker.readthedocs.io/ */
export const reader: JsonReader = {
  id: 'nettacker',
  name: 'OWASP Nettacker',
  kind: 'json',
  detect: (head) => head.isList && [['module_name', 'target', 'scan_id'], ['module_name', 'target', 'event'], ['SCAN_ID', 'HOST', 'TYPE']].some((keys) => keys.every((key) => head.itemKeys.has(key))),
  paths: [['*']],
  read: ({ value, keys }) => {
    const [module, target] = [text(value, 'module_name') ?? text(value, 'TYPE'), text(value, 'target') ?? text(value, 'HOST')]
    const event = text(value, 'event') ?? text(value, 'DESCRIPTION')
    const port = number(value, 'port') ?? number(value, 'PORT')
    return [{
      rule: module, title: module === null ? event : port === null ? module : `${module}: ${port}`, description: event,
      identifiers: joined({ cve: cvesOf(module) }, identifiersIn(module, text(value, 'DESCRIPTION'))), severity: null,
      derived: module !== null && module.endsWith('_scan') ? 'none' : null,
      host: hostOfUrl(target) ?? hostOf(target), service: port === null ? null : { port }, url: target !== null && /^https?:/.test(target) ? target : null,
      evidence: text(value, 'json_event') ?? ([text(value, 'USERNAME'), text(value, 'PASSWORD')].filter((part) => part !== null).join(' ')),
      ...(text(value, 'PASSWORD') === null ? {} : { secrets: texts(value, 'PASSWORD') }),
      firstSeen: text(value, 'date') ?? text(value, 'TIME'), lastSeen: text(value, 'date') ?? text(value, 'TIME'), record: pointer(keys),
    }]
  },
}
