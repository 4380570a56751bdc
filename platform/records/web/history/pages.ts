import type { Label } from '@heng/contract'
import type { HistoryEntry } from '../../contract/index.ts'

interface Page {
  readonly items: readonly HistoryEntry[]
  readonly labels: Readonly<Record<string, Label>>
}

/** Pages of a history as one list with the names of all. */
export const merged = (pages: readonly Page[] | undefined): { readonly entries: readonly HistoryEntry[]; readonly labels: Readonly<Record<string, Label>> } => ({
  entries: pages?.flatMap((page) => page.items) ?? [],
  labels: Object.assign({}, ...(pages ?? []).map((page) => page.labels)),
})
