import { number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** Terrascan, JSON: one finding for each violation, passed rule and skipped one. https://runterrascan.io */
export const reader: JsonReader = {
  id: 'terrascan',
  name: 'Terrascan',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('results') && /"(?:scan_summary|violations)"\s*:/.test(beginning) && /"(?:rule_name|policies_validated|scan_errors|iac_type)"\s*:/.test(beginning),
  paths: [['results', 'violations', '*'], ['results', 'skipped_violations', '*'], ['results', 'passed_rules', '*']],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const file = text(value, 'file')
    return [{
      rule: text(value, 'rule_id'), title: text(value, 'rule_name'), description: text(value, 'description'), severity: text(value, 'severity'),
      stance: path === 2 ? 'passed' : path === 1 ? 'suppressed' : 'open',
      place: file === null ? null : { file, line: number(value, 'line') },
      evidence: linesOf(
        named('Category', text(value, 'category')), named('Resource', [text(value, 'resource_type'), text(value, 'resource_name')].filter((t) => t !== null).join(' ')),
        named('Module', text(value, 'module_name')), named('Comment', text(value, 'skip_comment')),
      ),
      firstSeen: text(context, 'results', 'scan_summary', 'scanned_at')?.replace(/\.\d+ \+0000 UTC$/, 'Z').replace(' ', 'T') ?? null, record: pointer(keys),
    }]
  },
}
