import { OrgLink, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { api } from '../base/api.ts'

/** The alike assets that a scenario stands for, each with its page. */
export const ScenarioAssets = ({ scenario }: { readonly scenario: string }) => {
  const org = useOrg()
  const { data } = useQuery(api.riskScenario.assets.queryOptions({ input: { org, id: scenario } }))
  if (data === undefined) return <span className="hg-muted">…</span>
  return (
    <>
      {data.items.map((a, i) => (
        <Fragment key={a.id}>
          {i > 0 && ', '}
          <OrgLink to={`assets/${a.id}`}>{a.name}</OrgLink>
        </Fragment>
      ))}
    </>
  )
}
