import { knowledge } from '@heng/content-knowledge'
import { pairsFor } from './content.ts'

/** What the rating panel and the generate dialog offer; the same for every organisation. */
export const get = async () => {
  const { assetTypes, threats, vulnerabilities } = knowledge()
  return {
    assetTypes: assetTypes.map(({ id, title, tier }) => ({ id, title, tier, scenarios: pairsFor(id).length })),
    threats: threats.map(({ id, title, description, source, kind, properties, frequency }) => ({ id, title, description, source, kind, properties: [...properties], frequency })),
    vulnerabilities: vulnerabilities.map(({ id, title, description, category, controls, exploitability }) => ({ id, title, description, category, controls: [...controls], exploitability })),
  }
}
