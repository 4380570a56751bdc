/** What other rooms may show of losses. */
export { LossCurve, type CurveLine, type LossCurveProps, type ToleranceLine } from './curve/LossCurve.tsx'
export { RunResults } from './run/RunResults.tsx'
export { Amount, MoneyAmount } from './base/Amount.tsx'
export { MoneyThree } from './loss/MoneyThree.tsx'
