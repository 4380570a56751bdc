import type { RecordActionProps } from '@heng/web-kit'
import { IgnoreDialog } from './IgnoreDialog.tsx'

export const Component = ({ row, close }: RecordActionProps) => <IgnoreDialog rows={[{ id: row.id, reference: row.reference, name: String(row['name']) }]} close={close} />
