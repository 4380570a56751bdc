import { useOrg, usePermission } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Findings } from '../parts/Findings.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { usePages } from '../text.ts'
import { NextVersion } from './Versions.tsx'

/** Before the first version: what the statement is, and what the context still lacks. */
export const EmptyScope = () => {
  const text = usePages()
  const t = text.scope
  const org = useOrg()
  const mayWrite = usePermission('scope:write')
  const { data } = useQuery(api.scope.guide.queryOptions({ input: { org } }))
  return (
    <div className="or-card or-empty">
      <h2>{t.emptyTitle}</h2>
      <p>{t.empty}</p>
      <p className="or-buttons">
        {mayWrite && <NextVersion label={t.first} />}
        <LinkButton to="context">{text.nav.context}</LinkButton>
      </p>
      {data !== undefined && data.findings.length > 0 && (
        <>
          <h3>{text.findings.title}</h3>
          <Findings findings={data.findings} here="scope" />
        </>
      )}
    </div>
  )
}
