import { testedControls, type TestedControl } from '@heng/controls/reads'
import { classOf, thresholds } from '@heng/risks/reads'
import type { EvidencedControl } from '../../contract/evidence.ts'

/** A control with what its tests show, as pages tell it. */
export const evidencedControl = ({ id, reference, name, state, stateSince, percent, stale, at }: TestedControl): EvidencedControl => ({
  id, reference, name, state, stateSince, percent, class: percent === null ? null : classOf(percent), stale: stale && percent !== null, at,
})

/** Controls by the requirements that they answer, and by their own ids. */
export interface TestedBook {
  readonly of: (requirement: string) => readonly TestedControl[]
  readonly byId: ReadonlyMap<string, TestedControl>
}

export const bookOf = (controls: readonly TestedControl[]): TestedBook => {
  const byRequirement = new Map<string, TestedControl[]>()
  for (const control of controls) for (const id of control.requirements) byRequirement.set(id, [...(byRequirement.get(id) ?? []), control])
  return { of: (requirement) => byRequirement.get(requirement) ?? [], byId: new Map(controls.map((c) => [c.id, c])) }
}

/** The rule by name and version, with the limits of its classes. */
export const ruleFrom = (method: { readonly id: string; readonly version: string }) => ({ ...method, ...thresholds })

export { testedControls, type TestedControl }
