import type { messages } from '../locales/index.ts'

export type StepId = keyof (typeof messages)['en']['guide']['steps']

/** Where each step of the guide is done, below `/o/{org}/`. */
export const places: Readonly<Record<StepId, string>> = {
  people: 'people', scope: 'scope', criteria: 'risk-criteria', assets: 'assets', values: 'assets?filter[value]=-', scenarios: 'risk-scenarios',
  rating: 'risks?filter[currentLevel]=-', treatment: 'treatment-plans', soa: 'soa',
}
