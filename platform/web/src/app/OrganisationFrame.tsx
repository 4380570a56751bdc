import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { OrganisationContext, useMe } from '../client/session.ts'
import { useKitText } from '../text/text.ts'
import { PastFrame } from '../past/PastFrame.tsx'
import { rememberOrganisation } from './lastOrganisation.ts'
import { Shell } from './Shell.tsx'
import { StatusPage } from './StatusPage.tsx'

/** Enters the organisation named in the address, if the caller belongs to it. */
export const OrganisationFrame = () => {
  const t = useKitText()
  const { org } = useParams({ strict: false }) as { org: string }
  const organisation = useMe().organisations.find(({ slug }) => slug === org) ?? null
  useEffect(() => {
    if (organisation !== null) rememberOrganisation(organisation.slug)
  }, [organisation])
  return (
    <OrganisationContext value={organisation}>
      {organisation === null ? (
        <Shell>
          <StatusPage title={t.errors.noAccessTitle} text={t.errors.noAccessText}><Link to="/">{t.actions.home}</Link></StatusPage>
        </Shell>
      ) : (
        <PastFrame frame={(page) => <Shell>{page}</Shell>}>
          <Outlet />
        </PastFrame>
      )}
    </OrganisationContext>
  )
}
