import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** The mark of a key asset: a diamond and words, so that colour never stands alone. */
export const KeyMark = ({ short = false }: { readonly short?: boolean }) => {
  const t = useText(messages).pages.value
  return (
    <span className="as-key" title={t.key}>
      <span aria-hidden="true">◆</span>
      <span className={short ? 'hg-visually-hidden' : undefined}>{t.key}</span>
    </span>
  )
}
