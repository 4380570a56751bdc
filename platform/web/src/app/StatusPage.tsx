import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useKitText } from '../text/text.ts'
import { Page } from './Page.tsx'

/** A page that only says something: not found, no access. */
export const StatusPage = ({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) => (
  <Page title={title}>
    <p className="hg-status-text">{text}</p>
    {children}
  </Page>
)

export const NotFoundPage = () => {
  const t = useKitText()
  return (
    <StatusPage title={t.errors.notFoundTitle} text={t.errors.notFoundText}>
      <Link to="/">{t.actions.home}</Link>
    </StatusPage>
  )
}
