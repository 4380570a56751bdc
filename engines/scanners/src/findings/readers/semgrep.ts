import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Semgrep (and Opengrep), `--json`: one finding for each result; those that a comment in the code ignores too. https://semgrep.dev/docs/semgrep-appsec-platform/json-and-sarif */
export const reader: JsonReader = {
  id: 'semgrep',
  name: 'Semgrep',
  kind: 'json',
  detect: ({ keys, text: beginning }) =>
    (keys.has('results') || keys.has('errors') || keys.has('engine_requested')) && !keys.has('generated_at') && !keys.has('check_type') && !keys.has('njsscan_version')
    && ((/"check_id"\s*:/.test(beginning) && /"extra"\s*:/.test(beginning)) || ['interfile_languages_used', 'skipped_rules', 'engine_requested'].some((key) => keys.has(key))
      || (keys.has('paths') && /"scanned"\s*:/.test(beginning))),
  paths: [['results', '*']],
  read: ({ value: result, keys }) => {
    const extra = at(result, 'extra')
    const metadata = at(extra, 'metadata')
    const dependency = at(extra, 'sca_info', 'dependency_match', 'found_dependency')
    const name = text(dependency, 'package')
    const rule = text(result, 'check_id')
    return [{
      rule, title: rule?.split('.').at(-1), description: text(extra, 'message'),
      solution: [text(extra, 'fix'), text(extra, 'fix_regex', 'regex') === null ? null : `s/${text(extra, 'fix_regex', 'regex')}/${text(extra, 'fix_regex', 'replacement') ?? ''}/`]
        .filter((t) => t !== null).join('\n'),
      references: [...texts(metadata, 'references'), text(metadata, 'source'), text(metadata, 'source-rule-url')],
      identifiers: joined(
        { cwe: texts(metadata, 'cwe').flatMap(cweOf) },
        identifiersIn(text(metadata, 'cve'), text(metadata, 'ghsa'), text(metadata, 'sca-vuln-database-identifier'), rule, text(extra, 'message')),
      ),
      severity: text(metadata, 'sca-severity') ?? text(extra, 'severity'),
      stance: at(extra, 'is_ignored') === true ? 'suppressed' : 'open',
      component: name === null ? null : { name, version: text(dependency, 'version'), path: text(dependency, 'lockfile_path') ?? text(extra, 'sca_info', 'dependency_match', 'lockfile') },
      place: { file: text(result, 'path') ?? 'unknown', line: number(result, 'start', 'line'), endLine: number(result, 'end', 'line') },
      ...(/secret/i.test(rule ?? '') ? { secrets: [] } : {}), evidence: text(extra, 'lines') ?? text(extra, 'rendered_fix'), record: pointer(keys),
    }]
  },
}
