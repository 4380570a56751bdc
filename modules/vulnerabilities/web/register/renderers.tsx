import type { Renderers } from '@heng/web-kit'
import { deadlineOf } from './due.ts'
import { Due } from './Due.tsx'
import { Epss, Exploited, Priority, Severity, State } from './words.tsx'

const shown = (dense: boolean): Renderers => ({
  priority: (row) => <Priority value={row['priority'] as string | null} />,
  severity: (row) => <Severity value={row['severity'] as string | null} />,
  state: (row) => <State value={String(row['state'])} />,
  dueOn: (row) => <Due row={deadlineOf(row)} dense={dense} />,
  exploited: (row) => <Exploited value={row['exploited'] as boolean | null} />,
  epss: (row) => <Epss value={row['epss'] as number | null} />,
})

/** How fields of a vulnerability show themselves in a line of the register. */
export const lineRenderers = shown(true)
/** And where there is room for more. */
export const recordRenderers: Renderers = { ...shown(false), epss: (row) => <Epss value={row['epss'] as number | null} long /> }
