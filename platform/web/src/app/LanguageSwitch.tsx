import type { Locale } from '@heng/contract'
import { useKitText, useLocale } from '../text/text.ts'
import { chooseLocale } from '../text/locale.ts'
import { useRegistry } from './registry.ts'

const choices = [
  ['zh-CN', '中', '中文'],
  ['en', 'EN', 'EN, English'],
] as const satisfies readonly (readonly [Locale, string, string])[]

/** 中 / EN. The choice is kept in this browser and, when signed in, with the account. */
export const LanguageSwitch = ({ signedIn = true }: { readonly signedIn?: boolean }) => {
  const t = useKitText()
  const locale = useLocale()
  const { account } = useRegistry()
  const choose = (next: Locale) => {
    chooseLocale(next)
    // The browser already speaks the language; an account that could not be reached learns it next time.
    if (signedIn) void account?.saveLocale?.(next).catch(() => undefined)
  }
  return (
    <div role="group" aria-label={t.header.language} className="hg-language">
      {choices.map(([value, short, name]) => (
        <button key={value} type="button" lang={value} aria-label={name} aria-pressed={locale === value} onClick={() => choose(value)}>
          {short}
        </button>
      ))}
    </div>
  )
}
