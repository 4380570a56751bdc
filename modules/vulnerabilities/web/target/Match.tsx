import type { RecordActionProps } from '@heng/web-kit'
import { MatchDialog } from './MatchDialog.tsx'

export const Component = ({ row, close }: RecordActionProps) => <MatchDialog rows={[{ id: row.id, reference: row.reference, name: String(row['name']) }]} close={close} />
