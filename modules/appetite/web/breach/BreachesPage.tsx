import { RiskLevel } from '@heng/risks/web/parts'
import { OrgLink, RegisterPage, type Renderers } from '@heng/web-kit'
import { toleranceBreach } from '../../contract/index.ts'
import { states } from '../base/State.tsx'

export const breachRenderers: Renderers = {
  ...states('toleranceBreach', 'state'),
  risk: (row, labels) => <OrgLink to={`risks/${String(row['risk'])}`} className="hg-reference">{labels[String(row['risk'])]?.reference ?? ''}</OrgLink>,
  currentLevel: (row) => <RiskLevel value={row['currentLevel'] as number | null} />,
  residualLevel: (row) => <RiskLevel value={row['residualLevel'] as number | null} />,
  exceptionLevel: (row) => (row['exceptionLevel'] === null ? undefined : <RiskLevel value={row['exceptionLevel'] as number} />),
}

export const Component = () => <RegisterPage noun={toleranceBreach} renderers={breachRenderers} columns={['reference', 'title', 'state', 'currentLevel', 'beyond', 'owner', 'dueOn', 'answer']} />
