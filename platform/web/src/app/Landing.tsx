import { Navigate } from '@tanstack/react-router'
import { useMe } from '../client/session.ts'
import { useKitText } from '../text/text.ts'
import { lastOrganisation } from './lastOrganisation.ts'
import { Shell } from './Shell.tsx'
import { StatusPage } from './StatusPage.tsx'

/** `/` leads to the organisation visited last, else to the first. */
export const Landing = () => {
  const t = useKitText()
  const { organisations } = useMe()
  const last = lastOrganisation()
  const target = organisations.find(({ slug }) => slug === last) ?? organisations[0]
  if (target !== undefined) return <Navigate to={`/o/${encodeURIComponent(target.slug)}`} replace />
  return (
    <Shell>
      <StatusPage title={t.errors.noOrganisationTitle} text={t.errors.noOrganisationText} />
    </Shell>
  )
}
