import { TableError } from '@heng/engine-tables'
import { DEFAULT_LIMITS, type ScanLimits } from '../input/limits.ts'
import { ScanError } from '../input/problem.ts'
import { findingOf, type Draft } from './draft.ts'
import { draftsOf } from './drafts.ts'
import type { Finding } from './finding.ts'
import { checkedMapping, type Mapping } from './mapping.ts'
import { isAddress } from './network.ts'
import { partsOf, type Part } from './parts.ts'
import { scanErrorOf, type ReportSource } from './unread.ts'

export type { ReportSource } from './unread.ts'

export interface FindingOptions {
  readonly limits?: Partial<ScanLimits>
  /** Id of the reader, where the format is not to be found out. */
  readonly tool?: string
  /**
   * Which column or key of a list stands for which field of a finding, where names are not understood by themselves. Read by `generalTable`, `genericList` or `generic`,
   * whichever fits, unless `tool` says which. Throws `ScanError` `mapping-…`; for keys of JSON, which any record may have, after the last one.
   */
  readonly mapping?: Mapping
}

/** A report that streams its findings, once. Iterating throws `ScanError` where the report breaks; the findings before that were good. */
export interface FindingReport extends AsyncIterable<Finding> {
  /** Id of the reader; of each that reads something of an archive, with commas. */
  readonly tool: string
  readonly name: string
  readonly findingsRead: number
}

/** Where a record stands, when that takes more than its own place to say. */
const prefixOf = ({ member, sheet }: Part): string => [member, sheet].filter((name) => name !== null).map((name) => `${name}: `).join('')

/** A table of an archive that is named by an address is of that host, where it does not say so itself. */
const hostOf = ({ member, reader }: Part): Draft['host'] => {
  const name = member?.split(/[\\/]/).at(-1)?.replace(/\.\w{1,5}$/, '') ?? ''
  return reader.kind === 'table' && isAddress(name) ? { ips: [name] } : null
}

const inPart = ({ member, sheet }: Part, error: ScanError): ScanError =>
  member === null && sheet === null ? error : error.with({ member: [member, sheet].filter((name) => name !== null).join(': ') })

const joined = (names: readonly string[]): string => [...new Set(names)].join(', ')

/**
 * Opens a report of any format that is known, by its content; of an archive every file that is one, of a workbook every sheet. Throws `ScanError` `unknown-format`,
 * `empty` and what unpacking meets; everything later is thrown while iterating. Memory is one chunk, one record and what stands beside the records; an archive or a
 * workbook is held as it is packed.
 */
export const readFindings = async (source: ReportSource, { limits: some, tool, mapping }: FindingOptions = {}): Promise<FindingReport> => {
  const limits = { ...DEFAULT_LIMITS, ...some }
  const parts = await partsOf(source, limits, tool, mapping === undefined ? undefined : checkedMapping(mapping))
  let findingsRead = 0
  return {
    tool: joined(parts.map((part) => part.reader.id)),
    name: joined(parts.map((part) => part.reader.name)),
    get findingsRead() {
      return findingsRead
    },
    async *[Symbol.asyncIterator]() {
      for (const part of parts) {
        const prefix = prefixOf(part)
        const host = hostOf(part)
        try {
          for await (const drafts of draftsOf(part, limits, mapping)) {
            for (const draft of drafts) {
              if (findingsRead >= limits.findings) throw new ScanError('findings', { allowed: limits.findings })
              findingsRead++
              yield findingOf(part.reader.id, prefix === '' ? draft : { ...draft, host: draft.host ?? host, record: prefix + draft.record })
            }
          }
        } catch (error) {
          const known = error instanceof TableError ? scanErrorOf(error) : error
          throw known instanceof ScanError ? inPart(part, known).with({ findingsRead }) : known
        }
      }
    },
  }
}
