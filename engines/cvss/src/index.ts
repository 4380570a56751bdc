export { metricsOf, versions, type Group, type Metric, type Version } from './metrics.ts'
export { VectorError, type VectorProblem, type VectorProblemCode } from './problem.ts'
export { score, scoresOf, severities, severityOf, type Scores, type Severity } from './score.ts'
export { parseVector, vectorText, type Vector } from './vector.ts'
