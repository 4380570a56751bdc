import type { Severity, Stance } from '../finding.ts'
import { cweOf, identifiersIn } from '../identifiers.ts'
import { at, list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'
import { hostNamed } from '../web.ts'

const levels: Readonly<Record<string, Severity>> = { 5: 'critical', 4: 'high', 3: 'medium', 2: 'low', 1: 'low', 0: 'none' }

const stanceOf = (status: string | null, resolution: string | null, review: string | null): Stance => {
  if (resolution === 'POTENTIAL_FALSE_POSITIVE' && review === 'APPROVED') return 'false-positive'
  if (resolution === 'MITIGATED' && review === 'APPROVED') return 'accepted'
  return status === 'CLOSED' ? 'fixed' : 'open'
}

/** A vector without the prefix that tells its version. */
const prefixed = (vector: string | null): string | null => (vector === null || vector.startsWith('CVSS:') ? vector : `CVSS:3.0/${vector}`)

/** Veracode, findings API (`_embedded.findings` or `findings`): one finding for each. https://docs.veracode.com/r/c_findings_v2_intro */
export const reader: JsonReader = {
  id: 'veracodeJson',
  name: 'Veracode findings (API)',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('findings') || keys.has('_embedded')) && /"scan_type"\s*:/.test(beginning) && /"finding_(?:details|status)"\s*:/.test(beginning),
  paths: [['findings', '*'], ['_embedded', 'findings', '*']],
  read: ({ value, keys }) => {
    const [detail, status] = [at(value, 'finding_details'), at(value, 'finding_status')]
    const [cve, cwe] = [at(detail, 'cve'), at(detail, 'cwe')]
    const file = text(detail, 'file_path') ?? text(detail, 'file_name')
    const name = text(detail, 'component_filename')
    const level = text(detail, 'severity')
    const paths = list(detail, 'component_path').map((p) => text(p, 'path'))
    const common = {
      rule: text(cve, 'name') ?? (text(cwe, 'id') === null ? text(detail, 'finding_category', 'name') : `CWE-${text(cwe, 'id')}`),
      title: text(cve, 'name') ?? text(detail, 'finding_category', 'name') ?? text(cwe, 'name'),
      description: text(value, 'description'), references: [text(cve, 'href'), text(cwe, 'href')], identifiers: { ...identifiersIn(text(cve, 'name')), cwe: cweOf(text(cwe, 'id')) },
      cvss: [
        { version: '3.0' as const, vector: prefixed(text(cve, 'cvss3', 'vector')), score: number(cve, 'cvss3', 'score') },
        { version: '2.0' as const, vector: text(cve, 'vector'), score: number(cve, 'cvss') },
      ],
      severity: level, derived: levels[level ?? ''] ?? null, stance: stanceOf(text(status, 'status'), text(status, 'resolution'), text(status, 'resolution_status')),
      host: hostNamed(text(detail, 'hostname')), service: text(detail, 'port') === null ? null : { port: number(detail, 'port') },
      url: text(detail, 'url') ?? text(detail, 'URL'),
      place: file === null ? null : { file, line: number(detail, 'file_line_number') },
      evidence: linesOf(
        named('Kind', text(value, 'scan_type')), named('Issue', text(value, 'issue_id')), named('Module', text(detail, 'module')), named('Procedure', text(detail, 'procedure')),
        named('Vector', text(detail, 'attack_vector')), named('Parameter', text(detail, 'vulnerable_parameter')),
        named('Path', text(detail, 'path')), ...list(value, 'annotations').map((a) => named(text(a, 'action') ?? 'Note', text(a, 'comment'))),
      ),
      firstSeen: text(status, 'first_found_date'), lastSeen: text(status, 'last_seen_date'), record: pointer(keys),
    }
    return name === null ? [common] : [{ ...common, component: { name, version: text(detail, 'version'), path: paths.filter((p) => p !== null).join(', ') } }]
  },
}
