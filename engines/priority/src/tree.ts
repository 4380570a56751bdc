import type { Text } from './text.ts'

/** A question of a decision and the answers to it, mildest first. */
export interface Point {
  readonly id: string
  readonly name: Text
  readonly values: readonly { readonly id: string; readonly name: Text }[]
}

/** A decision tree of SSVC: one outcome for every combination of answers. */
export interface Tree {
  readonly id: string
  readonly version: string
  readonly name: Text
  readonly points: readonly Point[]
  readonly outcome: Point
  /** Place of the outcome for each combination, the last point counting fastest. */
  readonly table: readonly number[]
}

/** One answer, or several of which one is right but it is not known which. */
export type Answer = string | readonly string[]

/** An answer to each question; null or absent is "not assessed". */
export type Answers = Readonly<Record<string, Answer | null | undefined>>

export interface Decision {
  readonly tree: string
  readonly version: string
  /** Null while an answer that matters is not assessed. */
  readonly outcome: string | null
  /** Every outcome that the answers leave open, mildest first; one where it is decided. */
  readonly possible: readonly string[]
  /** Questions without an answer, whether the outcome hangs on them or not. */
  readonly notAssessed: readonly string[]
  /** The answers that were used, for whoever asks why. */
  readonly answers: readonly { readonly point: string; readonly value: Answer | null }[]
}

/** An answer that a tree does not know. */
export class AnswerError extends Error {
  readonly point: string
  readonly allowed: readonly string[]

  constructor(point: string, found: string, allowed: readonly string[]) {
    super(`${point}: "${found}" is no answer; allowed are ${allowed.join(', ')}`)
    this.name = 'AnswerError'
    this.point = point
    this.allowed = allowed
  }
}

const placesOf = (point: Point, answer: Answer | null): number[] => {
  if (answer === null) return point.values.map((_, i) => i)
  const given = typeof answer === 'string' ? [answer] : answer
  const places = given.map((one) => point.values.findIndex((v) => v.id === one))
  const wrong = given.length === 0 ? '' : given[places.indexOf(-1)]
  if (wrong !== undefined) throw new AnswerError(point.id, wrong, point.values.map((v) => v.id))
  return places
}

/**
 * What a tree decides. What is not assessed is tried both ways: if every answer leads to the same outcome, it is decided all the same. O(combinations left open), at most
 * the size of the tree. Throws `AnswerError`. CERT/CC, Stakeholder-Specific Vulnerability Categorization.
 */
export const decide = (tree: Tree, answers: Answers): Decision => {
  const given = tree.points.map((p) => ({ point: p.id, value: answers[p.id] ?? null }))
  let rows = [0]
  tree.points.forEach((point, i) => {
    const places = placesOf(point, given[i]!.value)
    rows = rows.flatMap((row) => places.map((place) => row * point.values.length + place))
  })
  const found = new Set(rows.map((row) => tree.table[row]!))
  const possible = tree.outcome.values.filter((_, i) => found.has(i)).map((v) => v.id)
  return { tree: tree.id, version: tree.version, outcome: possible.length === 1 ? possible[0]! : null, possible, notAssessed: given.filter((g) => g.value === null).map((g) => g.point), answers: given }
}
