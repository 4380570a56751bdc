import type { PlannedResult, PlannedTest } from '@heng/controls/reads'

const number = (cell: string | undefined): number | null => (cell === undefined || cell === '' ? null : Number(cell))
const words = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell)

/** A row of `control-tests.csv`. */
export const plannedTest = ([requirement = '', state = '', owner = '', name = '', kind = '', tester = '', schedule, startsIn, graceDays, procedure, evidence, population, confidence, tolerableRate]: readonly string[]): PlannedTest => ({
  requirement, state, owner, name, kind, tester, schedule: words(schedule), startsIn: Number(startsIn), graceDays: number(graceDays), procedure: words(procedure), evidence: words(evidence),
  population: words(population), confidence: number(confidence), tolerableRate: number(tolerableRate),
})

/** A row of `test-results.csv`. */
export const plannedResult = ([test = '', performedIn, population, examined, deviations, conclusion = '', reviewer = '', rationale = '']: readonly string[]): PlannedResult => ({
  test, performedIn: Number(performedIn), population: number(population), examined: number(examined), deviations: number(deviations), conclusion: conclusion as PlannedResult['conclusion'], reviewer, rationale,
})
