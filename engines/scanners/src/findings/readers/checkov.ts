import { identifiersIn } from '../identifiers.ts'
import type { Stance } from '../finding.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { failed_checks: 'open', passed_checks: 'passed', skipped_checks: 'suppressed', unknown_checks: 'passed' }
const ways = Object.keys(stances).map((kind) => ['results', kind, '*'])

/** Checkov, JSON of one framework or several: one finding for each check of each resource, passed and skipped ones too. https://www.checkov.io/8.Outputs/JSON.html */
export const reader: JsonReader = {
  id: 'checkov',
  name: 'Checkov',
  kind: 'json',
  detect: ({ isList, keys, itemKeys, text: beginning }) => {
    const of = isList ? itemKeys : keys
    return of.has('check_type') || of.has('checkov_version') || (of.has('results') && /"(?:passed|failed)_checks"\s*:/.test(beginning))
  },
  paths: [...ways, ...ways.map((way) => ['*', ...way])],
  read: ({ value: check, keys }) => {
    const flaw = at(check, 'vulnerability_details')
    const name = text(flaw, 'package_name')
    const file = text(check, 'repo_file_path') ?? text(check, 'file_path')
    const code = list(check, 'code_block').map((line) => text(line, 1) ?? '').join('')
    const resource = text(check, 'resource')
    return [{
      rule: text(check, 'check_id'), title: text(check, 'check_name') ?? text(flaw, 'id'),
      description: [text(check, 'description'), text(flaw, 'description')].filter((t) => t !== null).join('\n\n'),
      solution: text(check, 'fixed_definition') ?? text(flaw, 'status'), references: [text(check, 'guideline'), text(flaw, 'link')],
      identifiers: identifiersIn(text(check, 'check_id'), text(check, 'check_name'), text(flaw, 'id'), ...texts(check, 'benchmarks')),
      cvss: flaw === null ? [] : [{ vector: text(flaw, 'vector'), score: number(flaw, 'cvss') }], severity: text(check, 'severity') ?? text(flaw, 'severity'),
      stance: stances[String(keys.at(-2))] ?? 'open',
      component: name === null ? null : { name, version: text(flaw, 'package_version'), fixedIn: text(flaw, 'lowest_fixed_version') ?? texts(flaw, 'fixed_versions').join(', '), path: file },
      place: file === null && resource === null ? null : { file: file ?? resource!, line: number(check, 'file_line_range', 0) || null, endLine: number(check, 'file_line_range', 1) || null },
      evidence: [resource, text(check, 'check_result', 'suppress_comment'), code].filter((t) => t !== null && t !== '').join('\n'),
        ...(text(check, 'check_id')?.startsWith('CKV_SECRET') === true ? { secrets: [] } : {}), record: pointer(keys),
    }]
  },
}
