import { fill, listed } from '@heng/contract'
import { useLocale, useText } from '@heng/web-kit'
import type { SomeRisks, WorkingLine } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

/** Texts of the room and the title of a line in the reader's language. */
export const useWords = () => {
  const text = useText(messages)
  const locale = useLocale()
  const titleOf = (line: Pick<WorkingLine, 'titleEn' | 'titleZh'>): string =>
    (locale === 'en' ? (line.titleEn ?? line.titleZh) : (line.titleZh ?? line.titleEn)) ?? ''
  /** Numbers of some risks, and how many more there are. */
  const risksOf = ({ count, capped, references }: SomeRisks): string => {
    const named = listed(locale, references)
    if (count <= references.length) return named
    return fill(capped ? text.page.table.manyRisks : text.page.table.moreRisks, { risks: named, total: count, more: count - references.length })
  }
  return {
    text,
    t: text.page,
    values: text.nouns.soaLine.values,
    fields: text.nouns.soaLine.fields as Readonly<Record<string, string>>,
    locale,
    titleOf,
    risksOf,
  }
}
