import type { RecordActionProps } from '@heng/web-kit'
import { DecideDialog } from './DecideDialog.tsx'

export const Component = ({ row, close }: RecordActionProps) => (
  <DecideDialog id={row.id} version={row.version} level={row['level'] as number | null} reference={row.labels[row['risk'] as string]?.reference ?? row.reference} onClose={close} />
)
