import type { RecordPanelProps } from '@heng/web-kit'
import { RiskLoss } from './RiskPanel.tsx'

/** The same on the page of the quantification itself; archived ones show their fields only. */
export const Component = ({ row }: RecordPanelProps) => (row.archivedAt === null ? <RiskLoss risk={String(row['risk'])} /> : null)
