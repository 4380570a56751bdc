import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** njsscan and mobsfscan, JSON: one finding for each place that a rule names, or for the rule where it names none. https://github.com/ajinabraham/njsscan https://github.com/MobSF/mobsfscan */
export const reader: JsonReader = {
  id: 'njsscan',
  name: 'njsscan, mobsfscan',
  kind: 'json',
  detect: ({ keys }) => keys.has('njsscan_version') || keys.has('mobsfscan_version') || (keys.has('nodejs') && keys.has('templates')),
  paths: [['nodejs', '*'], ['templates', '*'], ['results', '*']],
  read: ({ value, keys }) => {
    const metadata = at(value, 'metadata')
    const common: Draft = {
      rule: String(keys[1]), title: text(metadata, 'id') ?? String(keys[1]), description: text(metadata, 'description'), references: texts(metadata, 'reference'),
      severity: text(metadata, 'severity'),
      identifiers: joined({ cwe: cweOf(text(metadata, 'cwe')) }, identifiersIn(text(metadata, 'cwe'))), record: pointer(keys),
    }
    const labels = linesOf(named('OWASP', text(metadata, 'owasp-web') ?? text(metadata, 'owasp-mobile') ?? text(metadata, 'owasp')), named('MASVS', text(metadata, 'masvs')))
    const files = list(value, 'files')
    return files.length === 0 ? [{ ...common, evidence: labels }] : files.map((file, i) => ({
      ...common, place: { file: text(file, 'file_path') ?? 'unknown', line: number(file, 'match_lines', 0), endLine: number(file, 'match_lines', 1) },
      evidence: linesOf(text(file, 'match_string'), labels), record: pointer([...keys, 'files', i]),
    }))
  },
}
