import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** A vector without the prefix that tells its version. */
const prefixed = (vector: string | null): string | null => (vector === null || vector.startsWith('CVSS:') ? vector : `CVSS:3.0/${vector}`)
const cveOf = (value: string | null): string | null => (value === null ? null : /^\d/.test(value) ? `CVE-${value}` : value)

/** Veracode SCA, JSON of the API `issues`: one finding for each issue, of licences and versions too. https://docs.veracode.com/r/c_sca_rest_api */
export const reader: JsonReader = {
  id: 'veracodeSca',
  name: 'Veracode SCA (API)',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('_embedded') && /"issue_type"\s*:/.test(beginning) && /"(?:issue_status|library)"\s*:/.test(beginning),
  paths: [['_embedded', 'issues', '*']],
  read: ({ value, keys }) => {
    const [flaw, library] = [at(value, 'vulnerability'), at(value, 'library')]
    const cve = cveOf(text(flaw, 'cve'))
    const score = number(value, 'severity')
    const status = text(value, 'issue_status')?.toLowerCase()
    return [{
      rule: cve ?? text(flaw, 'id') ?? text(value, 'issue_type'), title: text(flaw, 'title') ?? text(value, 'issue_type'), description: text(flaw, 'overview'),
      references: [text(value, '_links', 'html', 'href')],
      identifiers: joined(identifiersIn(cve, text(flaw, 'title')), { cwe: cweOf(text(flaw, 'cwe_id')) }),
      cvss: [
        { version: '3.0', vector: prefixed(text(flaw, 'cvss3_vector')), score: number(flaw, 'cvss3_score') },
        { version: '2.0', vector: text(flaw, 'cvss2_vector')?.replace(/^\((.*)\)$/, '$1'), score: number(flaw, 'cvss2_score') }, flaw === null ? { score } : null,
      ],
      severity: null, stance: at(value, 'ignored') === true ? 'suppressed' : status === 'fixed' || status === 'resolved' ? 'fixed' : 'open',
      component: { name: text(library, 'id')?.split(':').slice(1, -2).join(':') || (text(library, 'name') ?? 'unknown'), version: text(library, 'version'), path: text(value, 'project_name') },
      evidence: linesOf(
        named('Library', text(library, 'name')), named('Severity', text(value, 'severity')), named('Latest', text(library, 'latest_version')),
        named('Branch', text(value, 'project_branch')), named('License', text(value, 'license', 'name')),
        text(value, 'vulnerable_method') === 'true' ? 'A vulnerable method is called.' : null,
      ),
      firstSeen: text(value, 'created_date'), record: pointer(keys),
    }]
  },
}
