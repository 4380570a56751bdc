import { comprehensiveTable, environmentTable, exploitabilityTable, impactLevelTable, tablesVersion, technicalTable } from './gbt30279Tables.ts'
import { text, type Text } from './text.ts'
import { decide, type Answers, type Decision, type Point, type Tree } from './tree.ts'

export const gbt30279Grades = ['none', 'low', 'medium', 'high', 'critical'] as const
/** 不予分级, 低危, 中危, 高危, 超危. */
export type Gbt30279Grade = (typeof gbt30279Grades)[number]

/** Null while what is not assessed still matters; then `possible` tells the range, mildest first. */
export interface Graded<Value> {
  readonly value: Value | null
  readonly possible: readonly Value[]
}

/** One table that was looked up. */
export interface GradingStep {
  readonly table: string
  /** What went in and what came out, as a sentence. */
  readonly text: Text
}

export interface Gbt30279Grading {
  readonly standard: 'GB/T 30279-2020'
  readonly version: string
  /** By exploitability and impact alone. */
  readonly technical: Graded<Gbt30279Grade>
  /** With the environment of the organisation. */
  readonly comprehensive: Graded<Gbt30279Grade>
  /** Levels 1–9 of the groups; impact 0 if no property is affected. */
  readonly groups: { readonly exploitability: Graded<number>; readonly impact: Graded<number>; readonly environment: Graded<number> }
  readonly steps: readonly GradingStep[]
  readonly notAssessed: readonly string[]
}

const annexes = [
  { tree: exploitabilityTable, annex: 'A' }, { tree: impactLevelTable, annex: 'B' }, { tree: technicalTable, annex: 'D' }, { tree: environmentTable, annex: 'C' }, { tree: comprehensiveTable, annex: 'E' },
] as const

/** The indicators that are asked for, with their levels, mildest first. */
export const gbt30279Indicators: readonly Point[] = [exploitabilityTable, impactLevelTable, environmentTable].flatMap((tree) => tree.points)

const graded = <Value>(decision: Decision, read: (id: string) => Value): Graded<Value> => {
  const possible = decision.possible.map(read)
  return { value: possible.length === 1 ? possible[0]! : null, possible }
}
const asLevel = (decision: Decision): Graded<number> => graded(decision, (id) => Number(id.slice('level-'.length)))
const asGrade = (decision: Decision): Graded<Gbt30279Grade> => graded(decision, (id) => gbt30279Grades.find((grade) => grade === id)!)

const words: Readonly<Record<keyof Text, Readonly<Record<'or' | 'to' | 'colon' | 'open', string>>>> = {
  en: { or: ' or ', to: ' to ', colon: ': ', open: 'not assessed' }, 'zh-CN': { or: '或', to: '至', colon: '：', open: '未评估' },
}
/** What is still possible of a point: one, two, a range or a list. */
const named = ({ values }: Point, ids: readonly string[], language: keyof Text): string => {
  const { or, to } = words[language]
  const places = values.flatMap((v, i) => (ids.includes(v.id) ? [i] : []))
  const [first, last] = [places[0]!, places.at(-1)!]
  const shown = places.length > 2 && last - first === places.length - 1 ? [first, last] : places
  return shown.map((i) => values[i]!.name[language]).join(shown === places ? or : to)
}
const stepOf = (tree: Tree, annex: string, { answers, possible }: Decision): GradingStep => {
  const from = (language: keyof Text): string[] => answers.map(({ value }, i) => {
    const { colon, open } = words[language]
    return `${tree.points[i]!.name[language]}${colon}${value === null ? open : named(tree.points[i]!, [value].flat(), language)}`
  })
  return {
    table: tree.id,
    text: text(
      `${tree.outcome.name.en}: ${named(tree.outcome, possible, 'en')} (${from('en').join(', ')}; Annex ${annex}).`,
      `${tree.outcome.name['zh-CN']}：${named(tree.outcome, possible, 'zh-CN')}（${from('zh-CN').join('，')}；附录 ${annex}）。`,
    ),
  }
}

/**
 * Grades a vulnerability by its indicators (ids of `gbt30279Indicators`; several levels where only these are known to be possible, null or absent where not assessed):
 * exploitability and impact give the technical grade, that and the environment the comprehensive one. What is left open gives the range of grades. Throws `AnswerError`.
 * O(combinations left open), at most 48 + 27 + 27. GB/T 30279-2020, 6.2, 6.3, Annexes A to E.
 */
export const gradeGbt30279 = (answers: Answers): Gbt30279Grading => {
  const known = new Set(gbt30279Indicators.map((p) => p.id))
  const told: Record<string, Answers[string]> = Object.fromEntries(Object.entries(answers).filter(([id]) => known.has(id)))
  const decisions = annexes.map(({ tree }) => {
    const decision = decide(tree, told)
    told[tree.outcome.id] = decision.possible
    return decision
  })
  const [exploitability, impact, technical, environment, comprehensive] = decisions as [Decision, Decision, Decision, Decision, Decision]
  return {
    standard: 'GB/T 30279-2020', version: tablesVersion, technical: asGrade(technical), comprehensive: asGrade(comprehensive),
    groups: { exploitability: asLevel(exploitability), impact: asLevel(impact), environment: asLevel(environment) },
    steps: annexes.map(({ tree, annex }, i) => stepOf(tree, annex, decisions[i]!)),
    notAssessed: [exploitability, impact, environment].flatMap((d) => d.notAssessed),
  }
}
