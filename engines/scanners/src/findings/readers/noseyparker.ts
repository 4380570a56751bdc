import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** Nosey Parker, `--format jsonl` and `json`: one finding for each match in each file or commit that holds it. https://github.com/praetorian-inc/noseyparker */
export const reader: JsonReader = {
  id: 'noseyparker',
  name: 'Nosey Parker',
  kind: 'json',
  mayBeLines: true,
  detect: ({ keys, itemKeys }) => [keys, itemKeys].some((of) => of.has('rule_name') && of.has('matches') && of.has('num_matches')),
  paths: [['*']],
  read: ({ value, keys }) => list(value, 'matches').flatMap((match, i) => {
    const groups = texts(match, 'groups')
    const secrets = [...texts(match, 'match_content'), ...groups, ...groups.map((group) => Buffer.from(group, 'base64').toString('utf8'))]
    const provenance = list(match, 'provenance')
    return (provenance.length === 0 ? [null] : provenance).map((source) => {
      const commit = at(source, 'commit_provenance') ?? at(source, 'first_commit')
      const file = text(commit, 'blob_path') ?? text(source, 'path') ?? text(source, 'repo_path') ?? text(match, 'blob_id') ?? 'unknown'
      return {
        rule: text(value, 'rule_text_id') ?? text(value, 'rule_name'), title: text(value, 'rule_name'), description: text(commit, 'commit_metadata', 'message'),
        place: { file, line: number(match, 'location', 'source_span', 'start', 'line'), endLine: number(match, 'location', 'source_span', 'end', 'line') },
        evidence: linesOf(
          [text(match, 'snippet', 'before'), text(match, 'snippet', 'matching'), text(match, 'snippet', 'after')].join(''),
          named('Match', text(match, 'match_content') ?? groups.join(', ')), named('Repository', text(source, 'repo_path')),
          named('Commit', text(commit, 'commit_metadata', 'commit_id')),
          named('Author', [text(commit, 'commit_metadata', 'author_name'), text(commit, 'commit_metadata', 'author_email')].filter((t) => t !== null).join(' ')),
          named('Blob', text(match, 'blob_id')),
        ),
        secrets, firstSeen: text(commit, 'commit_metadata', 'author_timestamp')?.replace(/ .*$/, '') ?? null, record: pointer([...keys, 'matches', i]),
      }
    })
  }),
}
