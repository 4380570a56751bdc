import { parseVector, VectorError, type Vector } from '@heng/engine-cvss'
import { gbt30279FromCvss, gradeGbt30279, maturities, type Facts, type FieldId } from '@heng/engine-priority'

/** What vectors of CVSS tell beside severity. */
export type VectorFacts = Pick<Facts, 'exploitMaturity' | 'automatable' | 'gbt30279'>

/** Inputs of policies that are read from vectors: whoever asks for none of them needs none. */
export const vectorFields: readonly FieldId[] = ['exploitMaturity', 'automatable', 'gbt30279']

/**
 * Version 4.0 tells attacks, version 3 how far exploit code has come: "high" is code that anybody can use, which 4.0 counts as attacked ("solutions to simplify
 * attempts to exploit"). CVSS v4.0 3.1.1, v3.1 3.1, v2 2.2.1.
 */
const maturity: Readonly<Record<string, (typeof maturities)[number]>> = { A: 'attacked', P: 'poc', U: 'unreported', H: 'attacked', F: 'poc', POC: 'poc' }

/** The technical grade: vectors do not tell the environment that the comprehensive one takes in. Null while it is open. */
const gradeOf = (vector: Vector): Facts['gbt30279'] => {
  const derived = gbt30279FromCvss(vector)
  return derived === null ? null : gradeGbt30279(derived.answers).technical.value
}

const read = (text: string): VectorFacts => {
  try {
    const vector = parseVector(text)
    const automatable = vector.version === '4.0' ? vector.values.get('AU') : undefined
    return { exploitMaturity: maturity[vector.values.get('E') ?? ''] ?? null, automatable: automatable === 'Y' ? true : automatable === 'N' ? false : null, gbt30279: gradeOf(vector) }
  } catch (error) {
    // What a scanner wrote wrongly tells nothing.
    if (error instanceof VectorError) return {}
    throw error
  }
}

const known = new Map<string, VectorFacts>()
/** Reports repeat some hundreds of vectors; past this many the memory begins anew. */
const remembered = 10_000

const factsOf = (text: string): VectorFacts => {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= remembered) known.clear()
  const facts = read(text)
  known.set(text, facts)
  return facts
}

const worst = <T>(values: readonly (T | null | undefined)[], order: readonly T[]): T | null => order.findLast((value) => values.includes(value)) ?? null

/** Of several vectors of one flaw the worst that any of them tells. */
export const vectorFacts = (vectors: readonly string[]): VectorFacts => {
  const all = vectors.map(factsOf)
  return {
    exploitMaturity: worst(all.map((f) => f.exploitMaturity), maturities), automatable: worst(all.map((f) => f.automatable), [false, true]),
    gbt30279: worst(all.map((f) => f.gbt30279), ['none', 'low', 'medium', 'high', 'critical']),
  }
}
