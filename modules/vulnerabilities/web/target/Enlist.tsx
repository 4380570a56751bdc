import type { RecordActionProps } from '@heng/web-kit'
import { EnlistDialog } from './EnlistDialog.tsx'

export const Component = ({ row, close }: RecordActionProps) => <EnlistDialog rows={[{ id: row.id, reference: row.reference, name: String(row['name']) }]} close={close} />
