import { builtInMethods } from '@heng/engine-risk'
import { useLocale } from '@heng/web-kit'

/** A method by its title instead of `id@version`; one that only the organisation has keeps its own name. */
export const MethodName = ({ value }: { readonly value: string }) => {
  const locale = useLocale()
  const [id, version] = value.split('@')
  const known = builtInMethods.find((m) => m.id === id)
  if (known === undefined || version === undefined) return <>{value}</>
  return <>{known.title[locale]} <span className="hg-muted">{version}</span></>
}
