import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useOrganisationOrNull } from '../client/session.ts'
import { usePast } from '../past/PastContext.ts'
import { PastSwitch } from '../past/PastSwitch.tsx'
import { useKitText } from '../text/text.ts'
import { useNarrow } from './ThemeProvider.tsx'
import { hasNavigated } from './navigated.ts'

export interface Crumb {
  readonly label: string
  readonly to?: string
}

export interface PageProps {
  readonly title: string
  /** Stands in place of the title text in the heading, for a mark or a tag beside it. */
  readonly heading?: ReactNode
  readonly about?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
  /** The page fills the window and scrolls inside itself, as registers do. */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** Frame of every page: names the document, shows where one is, and takes the focus after a navigation (WCAG 2.4.3). */
export const Page = ({ title, heading, about, crumbs, actions, fill, children }: PageProps) => {
  const t = useKitText()
  const organisation = useOrganisationOrNull()
  const narrow = useNarrow(700)
  const { able } = usePast()
  const h1 = useRef<HTMLHeadingElement>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  useEffect(() => {
    document.title = [title, organisation?.name, t.product].filter(Boolean).join(' · ')
  }, [title, organisation, t])
  useEffect(() => {
    // Whoever moves along the days stays there.
    if (hasNavigated() && document.activeElement?.closest('.hg-past') == null) h1.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className={fill === true ? 'hg-page hg-page-fill' : 'hg-page'}>
      <header className="hg-page-head">
        <div className="hg-page-titles">
          {crumbs !== undefined && crumbs.length > 0 && (
            <nav aria-label={t.nav.breadcrumb}>
              <ol className="hg-crumbs">
                {crumbs.map(({ label, to }) => (
                  <li key={label}>{to === undefined ? label : <Link to={to}>{label}</Link>}</li>
                ))}
              </ol>
            </nav>
          )}
          <h1 ref={h1} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {about !== undefined && <p className="hg-about">{about}</p>}
        </div>
        {(actions !== undefined || (narrow && able)) && (
          <div className="hg-page-actions">
            <PastSwitch place="page" />
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  )
}
