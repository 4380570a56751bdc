import { HengError } from '@heng/contract'
import { parsePolicy, PolicyError, type Policy } from '@heng/engine-priority'

/** A policy that somebody brought. Throws `vulnerabilityPolicy.invalid`, which names every place that is wrong. */
export const checked = (definition: unknown): Policy => {
  try {
    return parsePolicy(definition)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    throw new HengError('vulnerabilityPolicy.invalid', {
      params: { n: error.problems.length }, cause: error,
      fields: error.problems.slice(0, 100).map(({ at, text }) => ({ path: `definition.${at}`, code: 'policy', params: { en: text.en, zh: text['zh-CN'] } })),
    })
  }
}
