import { readdirSync } from 'node:fs'
import type { FindingReader, Head } from './reader.ts'

const folder = new URL('./readers/', import.meta.url)
let known: Promise<readonly FindingReader[]> | undefined

/** Every reader, in order of the names of its files: a file in `readers/` is all that a further one takes. Loaded once, when first asked for. */
export const findingReaders = (): Promise<readonly FindingReader[]> =>
  (known ??= Promise.all(
    readdirSync(folder).filter((file) => /^\w+\.ts$/.test(file)).toSorted().map(async (file) => ((await import(new URL(file, folder).href)) as { reader: FindingReader }).reader),
  ))

const kindsOf = (head: Head): FindingReader['kind'][] =>
  head.kind === 'lines' ? ['json'] : head.kind === 'html' ? ['html', 'text'] : head.kind === 'text' || head.kind === 'table' ? ['text', 'table'] : [head.kind]

/** Whether a reader may be asked for such a report at all, whatever it says of it. */
export const isOfKind = (reader: FindingReader, head: Head): boolean => kindsOf(head).includes(reader.kind)

/** Which of the first rows of a table is the header that a reader knows, as titles may stand above; -1 where none is. */
export const headerAt = (reader: FindingReader, head: Head): number => head.rows.findIndex((row) => reader.detect({ ...head, header: row }))

/** One object alone may be the only line of a report in lines, or the first of many where it is longer than what is looked at. */
const asLines = (head: Head): Head | null => (head.kind === 'json' && !head.isList ? { ...head, kind: 'lines', keys: new Set(), itemKeys: head.keys } : null)

const claiming = (readers: readonly FindingReader[], head: Head): FindingReader[] => {
  return readers.filter((r) => isOfKind(r, head) && (head.kind !== 'lines' || (r.kind === 'json' && r.mayBeLines === true)) && r.detect(head))
}

/** Readers of tables whose header stands below a title. */
const claimingBelow = (readers: readonly FindingReader[], head: Head): FindingReader[] => {
  const found = readers.filter((r) => r.kind === 'table').map((reader) => ({ reader, at: headerAt(reader, head) })).filter(({ at }) => at > 0)
  const first = Math.min(...found.map(({ at }) => at))
  return found.filter(({ at }) => at === first).map(({ reader }) => reader)
}

/** Readers that say a report is theirs; general ones where there is no other. */
export const readersFor = async (head: Head): Promise<FindingReader[]> => {
  const readers = await findingReaders()
  const lines = asLines(head)
  for (const isGeneral of [false, true]) {
    const some = readers.filter((r) => (r.isGeneral ?? false) === isGeneral)
    const found = claiming(some, head)
    if (found.length > 0) return found
    const inLines = lines === null ? [] : claiming(some, lines)
    if (inLines.length > 0) return inLines
    const below = claimingBelow(some, head)
    if (below.length > 0) return below
  }
  return []
}
