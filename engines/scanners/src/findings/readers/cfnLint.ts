import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** cfn-lint, JSON: one finding for each match. https://github.com/aws-cloudformation/cfn-lint */
export const reader: JsonReader = {
  id: 'cfnLint',
  name: 'cfn-lint',
  kind: 'json',
  detect: (head) => head.isList && ['Filename', 'Level', 'Location', 'Message', 'Rule'].every((key) => head.itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = (...names: string[]) => text(value, ...names)
    const level = of('Level')
    return [{
      rule: of('Rule', 'Id'), title: of('Rule', 'ShortDescription') ?? of('Message'),
      description: [of('Message'), of('Rule', 'Description')].filter((t) => t !== null).join('\n\n'), references: [of('Rule', 'Source')], severity: level,
      derived: level === 'Informational' ? 'none' : null,
      place: { file: of('Filename') ?? '', line: number(value, 'Location', 'Start', 'LineNumber'), endLine: number(value, 'Location', 'End', 'LineNumber') },
      evidence: texts(value, 'Location', 'Path').join('/'), record: pointer(keys),
    }]
  },
}
