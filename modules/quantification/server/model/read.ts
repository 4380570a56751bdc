import { HengError, type Locale } from '@heng/contract'
import { problemsIn } from '@heng/engine-loss'
import { lossModel, type LossModel } from '../../contract/index.ts'

/** Amounts are kept in minor units beside the figures; more than this in major ones has no place there. */
export const mostAmount = 9e10

const mostIn = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'object' && value !== null ? Math.max(0, ...Object.values(value).map(mostIn)) : 0

/** A model as the engine reads it; what does not fit is refused with its field, in the reader's language. */
export const readModel = (given: unknown, locale: Locale, at = 'model'): LossModel => {
  const read = lossModel.safeParse(given)
  if (!read.success) {
    const problems = problemsIn(read.error)
    throw new HengError('quantification.model', {
      params: { problem: problems[0]!.message[locale] },
      fields: problems.map(({ field, message }) => ({ path: field === '' ? at : `${at}.${field}`, code: 'lossModel', params: { problem: message[locale] } })),
    })
  }
  const { magnitude, secondary } = read.data
  if (mostIn([magnitude.pert, magnitude.modifiedPert, magnitude.uniform, magnitude.constant, magnitude.lognormal, secondary?.magnitude]) > mostAmount) {
    throw new HengError('invalid', { fields: [{ path: `${at}.magnitude`, code: 'tooBig', params: { maximum: mostAmount } }] })
  }
  return read.data
}
