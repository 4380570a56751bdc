import { list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const kinds = { failure_list: 'open', warning_list: 'open', ignore_list: 'suppressed' } as const

/** What the message quotes of the file. */
const secretsOf = (message: string | null): string[] => {
  const quoted = /(?:such as:|secret pattern :)(.*)$/is.exec(message ?? '')?.[1]
  return quoted === undefined ? [] : [quoted]
}

/** Talisman, JSON: one finding for each failure, warning and ignored one of a file. https://thoughtworks.github.io/talisman */
export const reader: JsonReader = {
  id: 'talisman',
  name: 'Talisman',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('results') && (/"failure_list"\s*:/.test(beginning) || (keys.has('summary') && /"filecontent"\s*:/.test(beginning))),
  paths: [['results', '*']],
  read: ({ value, keys }) => (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => list(value, kind).map((one, i) => ({
    rule: text(one, 'type'), title: text(one, 'message') ?? text(one, 'type'), severity: text(one, 'severity'), stance: kinds[kind], secrets: secretsOf(text(one, 'message')),
    place: { file: text(value, 'filename') ?? 'unknown' },
    evidence: linesOf(kind === 'warning_list' ? 'Warning' : null, named('Commits', texts(one, 'commits').join(', '))), record: pointer([...keys, kind, i]),
  }))),
}
