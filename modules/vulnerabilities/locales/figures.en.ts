export const figureErrorsEn = {
  'vulnerabilityFigures.period': 'A trend has at least one step and at most {most}, and none begins in the future.',
}
