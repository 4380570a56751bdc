import type { emergingStates } from '../../contract/emerging.ts'

export type EmergingState = (typeof emergingStates)[number]

const ends = ['becameScenario', 'becameRisk', 'dismissed', 'duplicate'] as const
const steps: Readonly<Record<EmergingState, readonly EmergingState[]>> = {
  noted: ['watching', ...ends], watching: ends, becameScenario: [], becameRisk: [], dismissed: ['noted'], duplicate: ['noted'],
}
export const mayBecome = (from: EmergingState, to: EmergingState): boolean => steps[from].includes(to)

/** Not decided yet. */
export const open = (state: EmergingState): boolean => state === 'noted' || state === 'watching'
