import type { Json } from '../../input/jsonRecords.ts'
import { at, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const first = (data: Json, ...names: readonly string[]): string | null => names.map((name) => text(data, name)).find((t) => t !== null) ?? null

/** TruffleHog 3, `--json`: one finding for each secret in a place. https://github.com/trufflesecurity/trufflehog */
export const reader: JsonReader = {
  id: 'trufflehog',
  name: 'TruffleHog',
  kind: 'json',
  mayBeLines: true,
  detect: ({ text: beginning }) => /"SourceMetadata"\s*:\s*\{/.test(beginning) && /"Detector(?:Name|Type)"\s*:/.test(beginning),
  paths: [['*']],
  read: ({ value, keys }) => {
    const sources = Object.entries(at(value, 'SourceMetadata', 'Data') ?? {})
    const [kind, data] = sources.find(([, one]) => one !== null && typeof one === 'object') ?? [null, null]
    const detector = text(value, 'DetectorName') ?? text(value, 'DetectorType')
    if (detector === null && data === null) return []
    const file = first(data, 'file', 'path', 'filename', 'key')
    const link = first(data, 'link', 'url')
    const secret = text(value, 'Redacted') ?? text(value, 'RawV2') ?? text(value, 'Raw')
    const extra = Object.entries(at(value, 'ExtraData') ?? {}).map(([name, one]) => named(name, text(one)))
    return [{
      rule: detector, title: detector === null ? 'Secret' : `Secret found: ${detector}`, description: text(value, 'DetectorDescription'), references: [link], severity: null,
      place: file === null ? (link === null ? null : { file: link }) : { file, line: number(data, 'line') },
      evidence: linesOf(
        named('Secret', secret), named('Raw', text(value, 'Raw')), named('Verified', text(value, 'Verified')), named('Decoder', text(value, 'DecoderName')),
        named('Source', text(value, 'SourceName') ?? kind), named('Repository', first(data, 'repository', 'bucket', 'image', 'workspace_uuid')),
        named('Commit', text(data, 'commit')), named('Author', first(data, 'email', 'username')), ...extra,
      ),
      secrets: ['Raw', 'RawV2'].flatMap((key) => text(value, key) ?? []),
      firstSeen: first(data, 'timestamp')?.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4})(?: .*)?$/, '$1T$2$3') ?? null, record: pointer(keys),
    }]
  },
}
