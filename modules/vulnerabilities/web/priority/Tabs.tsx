import { OrgLink, usePermission } from '@heng/web-kit'
import { useWords } from './words.ts'

/** The two pages of this place of the navigation. */
export const Tabs = ({ here }: { readonly here: 'policy' | 'feeds' }) => {
  const t = useWords().tabs
  const may = { policy: usePermission('vulnerabilityPolicy:read'), feeds: usePermission('exploitFeed:read') }
  const pages = ([['policy', 'vulnerability-policy'], ['feeds', 'vulnerability-policy/exploit-feeds']] as const).filter(([name]) => may[name])
  if (pages.length < 2) return null
  return (
    <nav className="vp-tabs" aria-label={t.label}>
      <ul>{pages.map(([name, to]) => <li key={name}>{name === here ? <span aria-current="page">{t[name]}</span> : <OrgLink to={to}>{t[name]}</OrgLink>}</li>)}</ul>
    </nav>
  )
}
