import { findingReaders } from '@heng/engine-scanners'
import type { Ctx } from '@heng/server-kit'

/** Every format that is understood, by name, and how large a report may be. */
export const formats = async ({ kit, locale }: Ctx) => {
  const { compare } = new Intl.Collator(locale)
  return { items: (await findingReaders()).map(({ id, name }) => ({ id, name })).toSorted((a, b) => compare(a.name, b.name)), maxBytes: kit.config.maxFile }
}
