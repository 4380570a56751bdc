import type { ControlEntry } from '@heng/controls/reads'
import type { FullLine } from '../content/build.ts'

const joined = (texts: readonly (string | null)[], separator: string, most: number): string | null => {
  const given = [...new Set(texts.filter((t) => t !== null && t.trim() !== ''))]
  return given.length === 0 ? null : given.join(separator).slice(0, most)
}

/** What the linked controls say where the line says nothing yet. */
export const filling = (line: FullLine, book: readonly ControlEntry[]): { description?: string; document?: string } => {
  const linked = new Set(line.linkedControls.map((c) => c.id))
  const controls = book.filter((c) => linked.has(c.id))
  const description = joined(
    controls.map((c) => c.description),
    '\n',
    4_000,
  )
  const document = joined(
    controls.map((c) => c.document),
    '; ',
    300,
  )
  return {
    ...(description !== null && line.description === null ? { description } : {}),
    ...(document !== null && line.document === null ? { document } : {}),
  }
}
