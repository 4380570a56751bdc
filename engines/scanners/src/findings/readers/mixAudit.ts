import { identifiersIn } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { named } from '../sast.ts'

/** mix_audit (Elixir), JSON: one finding for each flaw of a package. https://github.com/mirego/mix_audit */
export const reader: JsonReader = {
  id: 'mixAudit',
  name: 'mix_audit',
  kind: 'json',
  detect: ({ keys }) => keys.has('pass') && keys.has('vulnerabilities'),
  paths: [['vulnerabilities', '*']],
  read: ({ value, keys }) => {
    const [advisory, name, version] = [at(value, 'advisory'), text(value, 'dependency', 'package') ?? text(value, 'advisory', 'package') ?? 'unknown', text(value, 'dependency', 'version')]
    return [{
      rule: text(advisory, 'id'), title: text(advisory, 'title'), description: text(advisory, 'description'), references: [text(advisory, 'url')],
      identifiers: identifiersIn(
        text(advisory, 'id'), text(advisory, 'cve') === null ? null : `CVE-${text(advisory, 'cve')!.replace(/^CVE-/i, '')}`, text(advisory, 'ghsa_id'), text(advisory, 'url'),
        text(advisory, 'title'),
      ),
      severity: text(advisory, 'severity'),
      component: { name, version, purl: `pkg:hex/${name}${version === null ? '' : `@${version}`}`,
        fixedIn: [...texts(advisory, 'first_patched_versions'), ...texts(advisory, 'patched_versions')].join(', '), path: text(value, 'dependency', 'lockfile') },
      evidence: named('Vulnerable', texts(advisory, 'vulnerable_version_ranges').join(', ')), record: pointer(keys),
    }]
  },
}
