import type { api } from '../../base/api.ts'

/** What the server tells of the evidence behind a risk. */
export type Evidence = Awaited<ReturnType<typeof api.risk.evidence.call>>
export type Safeguard = Evidence['safeguards'][number]
