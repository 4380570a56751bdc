import './record.css'
import type { RecordPanelProps } from '@heng/web-kit'
import type { FlawDetails } from '../../contract/index.ts'
import { What } from './What.tsx'
import { Where } from './Where.tsx'
import { Why } from './Why.tsx'

/** What it is, where it is, and why it has to be mended by its day. */
export const Component = ({ row }: RecordPanelProps) => (
  <div className="vn-overview">
    <What details={row['details'] as FlawDetails | null} />
    <div>
      <Where row={row} />
      <Why row={row} />
    </div>
  </div>
)
