import { readdirSync } from 'node:fs'
import type { FindingReader, Head } from './reader.ts'

const folder = new URL('./readers/', import.meta.url)
let known: Promise<readonly FindingReader[]> | undefined

/** Every reader, in order of the names of its files: a file in `readers/` is all that a further one takes. Loaded once, when first asked for. */
export const findingReaders = (): Promise<readonly FindingReader[]> =>
  (known ??= Promise.all(
    readdirSync(folder).filter((file) => /^\w+\.ts$/.test(file)).toSorted().map(async (file) => ((await import(new URL(file, folder).href)) as { reader: FindingReader }).reader),
  ))

const kindsOf = (head: Head): FindingReader['kind'][] => (head.kind === 'lines' ? ['json'] : head.kind === 'text' || head.kind === 'table' ? ['text', 'table'] : [head.kind])

/** One object alone may be the only line of a report in lines, or the first of many where it is longer than what is looked at. */
const asLines = (head: Head): Head | null => (head.kind === 'json' && !head.isList ? { ...head, kind: 'lines', keys: new Set(), itemKeys: head.keys } : null)

const claiming = (readers: readonly FindingReader[], head: Head): FindingReader[] => {
  const kinds = kindsOf(head)
  return readers.filter((r) => kinds.includes(r.kind) && (head.kind !== 'lines' || (r.kind === 'json' && r.mayBeLines === true)) && r.detect(head))
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
  }
  return []
}
