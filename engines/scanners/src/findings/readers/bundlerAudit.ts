import { identifiersIn, joined } from '../identifiers.ts'
import { at, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** bundler-audit, `--format json`: one finding for each flaw of a gem, and for each insecure source. https://github.com/rubysec/bundler-audit */
export const reader: JsonReader = {
  id: 'bundlerAudit',
  name: 'bundler-audit',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('results') && keys.has('created_at') && keys.has('version')
    && (/"type"\s*:\s*"(?:unpatched_gem|insecure_source)"/.test(beginning) || /"results"\s*:\s*\[\s*\]/.test(beginning)),
  paths: [['results', '*']],
  read: ({ value, keys }, { context }) => {
    const advisory = at(value, 'advisory')
    const [name, version] = [text(value, 'gem', 'name'), text(value, 'gem', 'version')]
    const of = (prefix: string, key: string): string | null => (text(advisory, key) === null ? null : `${prefix}-${text(advisory, key)!.replace(new RegExp(`^${prefix}-`, 'i'), '')}`)
    const osvdb = of('OSVDB', 'osvdb')
    return [{
      rule: text(advisory, 'id') ?? text(value, 'type'), title: text(advisory, 'title') ?? text(value, 'type'), description: text(advisory, 'description'),
      references: [text(advisory, 'url')],
      solution: texts(advisory, 'patched_versions').length === 0 ? null : `upgrade to ${texts(advisory, 'patched_versions').join(', ')}`,
      identifiers: joined(identifiersIn(of('CVE', 'cve'), of('GHSA', 'ghsa'), text(advisory, 'id')), { other: osvdb === null ? [] : [osvdb] }),
      cvss: [{ version: '3.0', score: number(advisory, 'cvss_v3') }, { version: '2.0', score: number(advisory, 'cvss_v2') }], severity: text(advisory, 'criticality'),
      component: name === null ? null : { name, version, purl: `pkg:gem/${name}${version === null ? '' : `@${version}`}`, fixedIn: texts(advisory, 'patched_versions').join(', ') },
      evidence: text(value, 'source'), firstSeen: text(context, 'created_at'), record: pointer(keys),
    }]
  },
}
