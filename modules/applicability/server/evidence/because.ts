import { locales, type Locale, type Text } from '@heng/contract'
import { labelsFor, type Ctx } from '@heng/server-kit'
import { messages } from '../../locales/index.ts'

/** So many controls are named before the rest is only counted. */
const named = 3

/** Which controls moved and why, in both languages: `C-0007 Login with two factors: test result`. */
export const whatMoved = async (ctx: Ctx, ids: readonly string[], why: string): Promise<Text> => {
  const labels = await labelsFor(ctx, 'control', ids.slice(0, named))
  const known = ids.slice(0, named).flatMap((id) => (labels[id] === undefined ? [] : [`${labels[id].reference ?? ''} ${labels[id].text}`.trim()]))
  const more = ids.length > named ? ` +${ids.length - named}` : ''
  const inOne = (locale: Locale): string => {
    const t = messages[locale].soa.evidence
    return `${known.join(t.comma)}${more}${t.colon}${(t.moved as Readonly<Record<string, string>>)[why] ?? t.moved.changed}`
  }
  return Object.fromEntries(locales.map((locale) => [locale, inOne(locale)])) as Record<Locale, string>
}
