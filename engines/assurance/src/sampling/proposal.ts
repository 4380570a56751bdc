import { text, type Text } from '../text.ts'
import { pointEstimate, upperLimit, type Sample } from './deviation.ts'

export type Conclusion = 'effective' | 'partlyEffective' | 'ineffective'

export interface Proposal {
  readonly conclusion: Conclusion
  /** Deviation rate of the sample, in percent. */
  readonly rate: number
  /** Upper deviation limit in percent at `confidence`; null where no confidence is wanted. */
  readonly upper: number | null
  readonly reason: Text
}

const percent = (value: number): string => `${Math.round(value * 10) / 10} %`

/**
 * What a sample suggests; people conclude, as the nature and cause of a deviation may say more than its number (ISA 530, 12–13).
 * With a wanted confidence and tolerable rate: effective where even the upper limit is tolerable, ineffective where the rate of the
 * sample itself is not, partly effective in between, where the sample does not prove enough. Without: effective where nothing deviates,
 * ineffective where everything does.
 */
export const propose = (sample: Sample, wanted: { readonly confidence: number; readonly tolerable: number } | null): Proposal => {
  const rate = pointEstimate(sample)
  const { deviations, examined } = sample
  const found = text(`${deviations} of ${examined} examined items deviate (${percent(rate)})`, `检查 ${examined} 项，偏差 ${deviations} 项（${percent(rate)}）`)
  const told = (conclusion: Conclusion, upper: number | null, en: string, zh: string): Proposal =>
    ({ conclusion, rate, upper, reason: text(`${found.en}; ${en}`, `${found['zh-CN']}；${zh}`) })
  if (wanted === null) {
    if (deviations === 0) return told('effective', null, 'none does', '未发现偏差')
    if (deviations === examined) return told('ineffective', null, 'all of them do', '全部存在偏差')
    return told('partlyEffective', null, 'some do', '部分存在偏差')
  }
  const { confidence, tolerable } = wanted
  const upper = upperLimit(sample, confidence)
  const limit = text(`the upper limit at ${confidence} % confidence is ${percent(upper)}`, `置信水平 ${confidence} % 下的偏差率上限为 ${percent(upper)}`)
  if (upper <= tolerable) return told('effective', upper, `${limit.en}, tolerable are ${percent(tolerable)}`, `${limit['zh-CN']}，不超过可容忍偏差率 ${percent(tolerable)}`)
  if (rate > tolerable) return told('ineffective', upper, `that is more than the tolerable ${percent(tolerable)}`, `已超过可容忍偏差率 ${percent(tolerable)}`)
  return told(
    'partlyEffective', upper,
    `${limit.en}, above the tolerable ${percent(tolerable)}: the sample does not prove enough`,
    `${limit['zh-CN']}，高于可容忍偏差率 ${percent(tolerable)}，样本尚不足以证明有效`,
  )
}
