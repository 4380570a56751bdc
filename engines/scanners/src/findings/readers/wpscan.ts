import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, entriesOf, firstAddress, hostNamed, labelled, sameHost } from '../web.ts'

const linkOf: Readonly<Record<string, string>> = {
  wpvulndb: 'https://wpscan.com/vulnerability/', exploitdb: 'https://www.exploit-db.com/exploits/', youtube: 'https://www.youtube.com/watch?v=',
}

const referencesOf = (references: Json) => ({
  references: entriesOf(references).flatMap(([kind, all]) => texts(all).flatMap((t) => (/^https?:\/\//i.test(t) ? [t] : linkOf[kind] === undefined ? [] : [`${linkOf[kind]}${t}`]))),
  identifiers: joined(
    identifiersIn(...texts(references, 'cve').map((t) => (/^\d/.test(t) ? `CVE-${t}` : t))),
    { other: [...texts(references, 'wpvulndb').map((t) => `WPVDB-${t}`), ...texts(references, 'exploitdb').map((t) => `EDB-${t}`), ...texts(references, 'osvdb').map((t) => `OSVDB-${t}`)] },
    identifiersIn(...texts(references, 'url')),
  ),
})

/** WordPress, a theme or a plugin, of which the vulnerability tells. */
const partOf = (context: Json, keys: readonly (string | number)[]) => {
  const part = at(context, ...keys.slice(0, keys.indexOf('vulnerabilities')))
  const isCore = keys[0] === 'version'
  return {
    name: isCore ? 'wordpress' : (text(part, 'slug') ?? String(keys[1])), version: isCore ? text(part, 'number') : text(part, 'version', 'number'),
    path: text(part, 'location'), confidence: text(part, 'confidence'),
  }
}

const sections = ['plugins', 'themes', 'timthumbs', 'medias'] as const
const found: Readonly<Record<string, string>> = { config_backups: 'Backup of the configuration', db_exports: 'Export of the database', backup_folders: 'Folder of backups', users: 'User' }

/** WPScan, JSON report: one finding for each vulnerability and for each thing that is interesting. https://github.com/wpscanteam/wpscan/wiki/WPScan-User-Documentation */
export const reader: JsonReader = {
  id: 'wpscan',
  name: 'WPScan',
  kind: 'json',
  detect: (head) => (head.keys.has('interesting_findings') || head.keys.has('scan_aborted') || head.keys.has('target_url'))
    && (head.keys.has('effective_url') || head.keys.has('main_theme') || /WordPress Security Scanner/.test(head.text)),
  paths: [
    ['interesting_findings', '*'], ['version', 'vulnerabilities', '*'], ['main_theme', 'vulnerabilities', '*'], ['main_theme', 'parents', '*', 'vulnerabilities', '*'],
    ...sections.map((section) => [section, '*', 'vulnerabilities', '*']), ...Object.keys(found).map((section) => [section, '*']),
  ],
  needsContext: true,
  read: ({ value, keys }, { context }): readonly Draft[] => {
    const target = firstAddress(text(context, 'effective_url'), text(context, 'target_url'))
    const ip = hostNamed(text(context, 'target_ip'))
    const host = sameHost(target.host, ip)
    const common = { ...target, host, firstSeen: text(context, 'start_time'), lastSeen: text(context, 'stop_time') ?? text(context, 'start_time'), record: pointer(keys) }
    if (keys.includes('vulnerabilities')) {
      const { confidence, ...component } = partOf(context, keys)
      const { references, identifiers } = referencesOf(at(value, 'references'))
      return [{
        ...common, rule: texts(value, 'references', 'wpvulndb')[0] ?? null, title: text(value, 'title'), description: text(value, 'description'), references,
        identifiers: joined(identifiers, identifiersIn(text(value, 'title'), text(value, 'description'))),
        cvss: [{ vector: text(value, 'cvss', 'vector'), score: text(value, 'cvss', 'score') }],
        severity: text(value, 'severity'), component: { ...component, fixedIn: text(value, 'fixed_in') },
        evidence: labelled({ Confidence: confidence, 'Proof of concept': text(value, 'poc') }),
      }]
    }
    const kind = String(keys[0])
    const { references, identifiers } = referencesOf(at(value, 'references'))
    const url = text(value, 'url') ?? (/^https?:\/\//.test(String(keys[1])) ? String(keys[1]) : null)
    const own = addressOf(url)
    return [{
      ...common, ...(own.host == null ? {} : { url, service: own.service, host: sameHost(own.host, ip) }),
      rule: kind === 'interesting_findings' ? text(value, 'type') : kind, title: text(value, 'to_s') ?? (found[kind] === undefined ? null : `${found[kind]}: ${keys[1]}`),
      references, identifiers,
      derived: kind === 'interesting_findings' || kind === 'users' ? 'none' : null,
      evidence: labelled({ 'Found by': text(value, 'found_by'), Confidence: text(value, 'confidence'), Entries: texts(value, 'interesting_entries').join('\n') }),
    }]
  },
}
