import type { TextReader } from '../reader.ts'
import { labelled } from '../web.ts'

/** sqlmap, `log` of a target: one finding for each technique that works on a parameter. https://github.com/sqlmapproject/sqlmap/wiki/Usage */
export const reader: TextReader = {
  id: 'sqlmapLog',
  name: 'sqlmap (log)',
  kind: 'text',
  detect: ({ text }) => /^sqlmap (?:identified|resumed) the following injection point\(s\)/m.test(text),
  begin: () => {
    let parameter: string | null = null
    let place: string | null = null
    let told = new Map<string, string>()
    let begun = 0
    const done = () => {
      const type = told.get('Type')
      const before = type === undefined ? [] : [{
        rule: type, title: told.get('Title') ?? type,
        evidence: labelled({ Parameter: parameter, Place: place, Type: type, Payload: told.get('Payload'), Vector: told.get('Vector') }), record: `line ${begun}`,
      }]
      told = new Map()
      return before
    }
    return (line, number) => {
      const started = /^Parameter: (.{1,1000}?) \((.{1,100})\)$/.exec(line ?? '')
      const pair = /^ {4}(Type|Title|Payload|Vector): (.*)$/.exec(line ?? '')
      if (pair !== null && pair[1] !== 'Type') {
        told.set(pair[1]!, pair[2]!.trim())
        return []
      }
      if (pair === null && started === null && line !== null && line.trim() !== '' && line !== '---') return []
      const before = done()
      if (started !== null) {
        parameter = started[1]!
        place = started[2]!
      }
      if (pair !== null) {
        told.set('Type', pair[2]!.trim())
        begun = number
      }
      return before
    }
  },
}
