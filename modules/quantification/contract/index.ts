import { calibrationOperations } from './calibration.ts'
import { choiceOperations } from './choice.ts'
import { opinionOperations } from './opinion.ts'
import { quantificationOperations } from './quantification.ts'
import { runOperations } from './run.ts'

export { aims, measureChoice, type ChoiceResults, type FrozenChoice } from './choice.ts'
export { lossRun, type BasisOfRun, type FrozenRun, type RunResults } from './run.ts'
export { quantification, figureStates } from './quantification.ts'
export { questions, poolings, weightings, type Estimate, type Opinion, type Pooled, type Question } from './opinion.ts'
export { type CalibrationResult } from './calibration.ts'
export { bases, defaultYears, type Basis } from './shared.ts'
export type { Bounded, Figures, FrozenInputs, Results, ThreeBases } from './figures.ts'
export { lossModel, type Evidence, type LossModel, type Reduction } from './model.ts'

export const quantifications = {
  quantification: quantificationOperations,
  lossOpinion: opinionOperations,
  calibration: calibrationOperations,
  lossRun: runOperations,
  measureChoice: choiceOperations,
}
