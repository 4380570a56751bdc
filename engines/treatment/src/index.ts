export { isAllowed, remaining, spent, type Choice } from './effect.ts'
export { frontier, type FrontierPoint } from './frontier.ts'
export { checkProblem, ProblemError, type Measure, type Problem, type Scenario } from './problem.ts'
export { choose, type Chosen, type Limits, type Plan } from './solve.ts'
