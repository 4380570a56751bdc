import type { figureErrorsEn } from './figures.en.ts'

export const figureErrorsZh = {
  'vulnerabilityFigures.period': '趋势须包含 1 至 {most} 个区间，且不得从未来日期开始。',
} satisfies typeof figureErrorsEn
