import type { ScanLimits } from '../input/limits.ts'
import { ScanError } from '../input/problem.ts'
import { missingIn, tellsTitle, type Mapping } from './mapping.ts'
import type { FindingReader, Head } from './reader.ts'
import { findingReaders, isOfKind, readersFor } from './readers.ts'
import { unreadOf, type ReportSource, type Unread } from './unread.ts'

type Known = Unread & { readonly head: Head }
/** What is read as one report. */
export type Part = Known & { readonly reader: FindingReader }

/** What fits a mapping: tables without its columns are left out where there are others. */
const mappedOf = (parts: readonly Known[], mapping: Mapping, tool: string | undefined, all: readonly FindingReader[]): Part[] => {
  const takers = all.filter((r) => r.takesMapping !== undefined)
  if (tool !== undefined && !takers.some((r) => r.id === tool)) throw new ScanError('mapping-tool', { found: tool, allowed: takers.map((r) => r.id).join(', ') })
  const found = parts.flatMap((part) => {
    const reader = takers.find((r) => (tool === undefined ? r.takesMapping!(part.head) : r.id === tool && isOfKind(r, part.head)))
    return reader === undefined ? [] : [{ ...part, reader }]
  })
  const missing = found.map(({ head: { rows } }) => rows.map((row) => missingIn(mapping, row)).toSorted((a, b) => a.length - b.length)[0] ?? [])
  const fitting = found.filter((_, i) => missing[i]!.length === 0)
  if (found.length > 0 && fitting.length === 0) throw new ScanError('mapping-column', { found: missing[0]!.join(', '), allowed: found[0]!.head.header.join(', ') })
  const titled = fitting.filter(({ head: { rows } }) => rows.length === 0 || tellsTitle(rows.find((row) => missingIn(mapping, row).length === 0)!, mapping))
  if (fitting.length > 0 && titled.length === 0) throw new ScanError('mapping-title')
  return titled
}

const isBare = ({ head }: Unread): boolean => head !== null && /^\s*(?:\[\s*\]|\{\s*\})\s*$/.test(head.text)

/** What is to be read, each with its reader, in order. Throws `ScanError` `unknown-format` where there is nothing of any, `bare` where that cannot be told. */
export const partsOf = async (source: ReportSource, limits: ScanLimits, tool?: string, mapping?: Mapping): Promise<Part[]> => {
  const unread = await unreadOf(source, null, limits)
  const all = await findingReaders()
  if (mapping !== undefined) {
    const mapped = mappedOf(unread.filter((part): part is Known => part.head !== null), mapping, tool, all)
    if (mapped.length === 0) throw new ScanError('unknown-format', { allowed: all.filter((r) => r.takesMapping !== undefined).map((r) => r.id).join(', ') })
    return mapped
  }
  const known: Part[] = []
  for (const { head, ...part } of unread) {
    if (head === null) continue
    const found = await readersFor(head)
    const reader = tool === undefined ? found[0] : unread.length === 1 ? all.find((r) => r.id === tool) : found.find((r) => r.id === tool)
    if (reader !== undefined) known.push({ ...part, head, reader })
  }
  const old = unread.find(({ head }) => head === null)
  if (known.length === 0 && old !== undefined) throw new ScanError('legacy-workbook', old.member === null ? {} : { member: old.member })
  if (known.length === 0 && unread.length === 1 && unread.every(isBare)) throw new ScanError('bare')
  if (known.length === 0) throw new ScanError('unknown-format', { allowed: all.map((r) => r.id).join(', ') })
  // The pages of a summary, beside those of hosts, tell the same in other tables.
  const isPaged = known.some(({ reader }) => reader.kind === 'html' && reader.isGeneral !== true)
  return known.filter(({ reader }) => !isPaged || reader.kind !== 'html' || reader.isGeneral !== true)
}
