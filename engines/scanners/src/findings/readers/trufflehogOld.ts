import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'

const strings = ['stringsFound', 'strings_found']
const most = 64

/**
 * TruffleHog 2 and trufflehog3 (lines or a list), and the hogs of Rusty Hog: one finding for each string that was found. https://github.com/newrelic/rusty-hog
 * https://github.com/feeltheajf/trufflehog3
 */
export const reader: JsonReader = {
  id: 'trufflehogOld',
  name: 'TruffleHog 2, Rusty Hog',
  kind: 'json',
  mayBeLines: true,
  detect: ({ keys, itemKeys }) => [keys, itemKeys].some((of) => strings.some((key) => of.has(key)) && (of.has('reason') || of.has('diff'))),
  paths: [['*']],
  read: ({ value, keys }) => {
    const found = strings.flatMap((key) => texts(value, key))
    const file = text(value, 'path') ?? text(value, 'url') ?? text(value, 'file_path') ?? text(value, 'issue_id') ?? text(value, 'page_id')
    const line = (number(value, 'new_line_num') || number(value, 'old_line_num') || lineOf(text(value, 'linenum'))) ?? null
    // Each is looked for in each diff: of very many the diff is left out.
    const isFew = found.length <= most
    return (found.length === 0 ? [null] : found).map((secret) => ({
      rule: text(value, 'reason'), title: text(value, 'reason'), description: text(value, 'commit'), references: [text(value, 'url')],
      place: file === null ? null : { file, line: line === 0 ? null : line },
      evidence: linesOf(named('Secret', secret), named('Commit', text(value, 'commitHash')), named('Branch', text(value, 'branch')), isFew ? named('Diff', text(value, 'diff')) : null),
      secrets: isFew ? found : secret === null ? [] : [secret], firstSeen: text(value, 'date'), record: pointer(keys),
    }))
  },
}
