import { RiskLevel } from '@heng/risks/web/parts'
import { OrgLink, RegisterPage, type Renderers } from '@heng/web-kit'
import { appetitePosition } from '../../contract/index.ts'
import { states } from '../base/State.tsx'

export const positionRenderers: Renderers = {
  ...states('appetitePosition', 'standing', 'levelStanding', 'plannedStanding', 'expectedStanding', 'extremeStanding'),
  title: (row) => <OrgLink to={`risks/${row.id}`}>{String(row['title'])}</OrgLink>,
  currentLevel: (row) => <RiskLevel value={row['currentLevel'] as number | null} />,
  residualLevel: (row) => <RiskLevel value={row['residualLevel'] as number | null} />,
}

/** Risks against appetite, as the dashboard's figures lead to them. */
export const Component = () => <RegisterPage noun={appetitePosition} renderers={positionRenderers} columns={['reference', 'title', 'standing', 'currentLevel', 'plannedStanding', 'levelLine', 'owner']} />
