import { ArrowRightOutlined } from '@ant-design/icons'
import { Page, useOrg, usePermission } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Findings } from '../parts/Findings.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { usePages } from '../text.ts'
import { ClimateCard } from './ClimateCard.tsx'
import { IssueColumns } from './IssueColumns.tsx'
import { Parties } from './Parties.tsx'
import '../organisation.css'

/** Clauses 4.1 and 4.2 on one page: issues, the climate decision, parties with their requirements, and what is missing. */
export const Component = () => {
  const text = usePages()
  const t = text.context
  const org = useOrg()
  const seesScope = usePermission('scope:read')
  const guide = useQuery({ ...api.scope.guide.queryOptions({ input: { org } }), enabled: seesScope })
  const findings = guide.data?.findings ?? []
  return (
    <Page
      title={t.title}
      about={t.about}
      actions={seesScope && <LinkButton to="scope" type="primary" icon={<ArrowRightOutlined />}>{t.toScope}</LinkButton>}
    >
      <div className="or-page">
        <ClimateCard />
        {findings.length > 0 && (
          <section className="or-card" aria-labelledby="or-findings">
            <h2 id="or-findings">{text.findings.title}</h2>
            <Findings findings={findings} here="context" />
          </section>
        )}
        <IssueColumns />
        <Parties />
      </div>
    </Page>
  )
}
