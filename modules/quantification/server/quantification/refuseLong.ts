import { HengError } from '@heng/contract'
import type { LossModel } from '../../contract/index.ts'
import { eventsOf } from './simulate.ts'

/** Events that a question at the screen may ask for: a few seconds of one worker. */
const mostAtOnce = 60_000_000

/** Questions that people wait for are about fewer events than a job may draw. */
export const refuseLong = (model: LossModel, years: number, variants = 1): void => {
  if (variants * years * (1 + eventsOf(model)) > mostAtOnce) throw new HengError('quantification.tooMany', { params: { years: Math.floor(mostAtOnce / (variants * (1 + eventsOf(model)))) } })
}
