import { builtInMethods } from '@heng/engine-risk'
import { fill } from '@heng/contract'
import { useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** A method by its title instead of `id@version`; one that only the organisation has keeps its own name. */
export const MethodName = ({ value }: { readonly value: string }) => {
  const locale = useLocale()
  const t = useText(messages).pages.rating
  const [id, version] = value.split('@')
  const known = builtInMethods.find((m) => m.id === id)
  if (known === undefined || version === undefined) return <>{value}</>
  return <>{fill(t.method, { title: known.title[locale], version })}</>
}
