import '../base/base.css'
import { HeatMapOutlined } from '@ant-design/icons'
import { RegisterPage, useNarrow, useOrg, useOrgPath, useText, type FormOverrides } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { risk } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { CriteriaNotice, OutdatedNotice } from '../base/Notices.tsx'
import { riskRenderers } from '../renderers.tsx'
import { ThreeLevels } from '../risk/ThreeLevels.tsx'
import { LevelBand } from './LevelBand.tsx'

/** As many as a screen of 1440 pixels shows whole. Asset and threat stand in the title already. */
const riskColumns = ['reference', 'title', 'currentLevel', 'residualLevel', 'option', 'owner', 'unit']
/** Where a risk came from and when it was last looked at is noted by the system; what controls take off has a tab of its own. */
export const riskForm: FormOverrides = { source: null, reviewDue: null, controlEffects: null }

/** The register: every risk, how they spread over the levels, and what the figures rest on. */
export const Component = () => {
  const t = useText(messages).pages
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const narrow = useNarrow(700)
  const { data } = useQuery(api.risk.heatmap.queryOptions({ input: { org } }))
  return (
    <RegisterPage
      noun={risk} columns={riskColumns} renderers={riskRenderers} overrides={riskForm} recordSummary={(row) => <ThreeLevels row={row} />}
      actions={
        <Button icon={<HeatMapOutlined />} aria-label={t.register.map} onClick={() => void navigate({ to: path('risk-map') })}>
          {!narrow && t.register.map}
        </Button>
      }
      summary={
        <>
          <CriteriaNotice />
          <OutdatedNotice count={data?.outdated ?? 0} />
          <LevelBand byLevel={data?.byLevel ?? {}} />
        </>
      }
    />
  )
}
