import type { ReactNode } from 'react'
import { useOrg } from '../client/session.ts'
import { PlainLink } from './PlainLink.tsx'

/** Address of a page of the current organisation: `useOrgPath()('assets/42')` gives `/o/acme/assets/42`. */
export const useOrgPath = (): ((path?: string) => string) => {
  const org = useOrg()
  return (path = '') => `/o/${encodeURIComponent(org)}${path === '' ? '' : `/${path}`}`
}

/** Link to a page of the current organisation. */
export const OrgLink = ({ to, className, children }: { readonly to: string; readonly className?: string; readonly children: ReactNode }) => (
  <PlainLink href={useOrgPath()(to)} className={className}>
    {children}
  </PlainLink>
)
