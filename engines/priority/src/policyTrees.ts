import { fieldOf, type FieldId, type Value } from './facts.ts'
import type { TreeId } from './policy.ts'
import type { Answers, Tree } from './tree.ts'
import { bod2604, cisa, deployer } from './trees.ts'

export const treeOf: Readonly<Record<TreeId, Tree>> = { deployer, cisa, bod2604 }

/** The values that an input may have, mildest first: one where it is known. */
export type Open = (id: FieldId) => readonly Value[]

const words = (id: FieldId, named: readonly string[]) => (open: Open): string[] => open(id).map((value) => named[fieldOf[id].values!.indexOf(value)]!)
const yesNo = ['no', 'yes']

interface Source {
  readonly fields: readonly FieldId[]
  readonly answer: (open: Open) => readonly string[]
}
const from = (id: FieldId, named: readonly string[]): Source => ({ fields: [id], answer: words(id, named) })

/**
 * Answers to the questions of SSVC by the inputs of a policy. Exposure to partners and inside counts as controlled; human impact, and mission and well-being, go by the value
 * of the asset: a reading of ours that whoever assesses them properly replaces.
 */
const sources: Readonly<Record<string, Source>> = {
  exploitation: {
    fields: ['exploitMaturity', 'kev'],
    // Only what is attacked comes into the catalog.
    answer: (open) => open('kev').flatMap((listed) => (listed === true ? ['active'] : words('exploitMaturity', ['none', 'public-poc', 'active'])(open))),
  },
  exposure: from('exposure', ['small', 'controlled', 'controlled', 'open']),
  automatable: from('automatable', yesNo),
  humanImpact: from('assetValue', ['low', 'low', 'medium', 'high', 'very-high']),
  technicalImpact: from('technicalImpact', ['partial', 'total']),
  missionAndWellBeing: from('assetValue', ['low', 'low', 'medium', 'high', 'high']),
  inKev: from('kev', yesNo),
  publiclyExposed: from('exposure', ['no', 'no', 'no', 'yes']),
}

/** Inputs that a tree asks for. */
export const treeFields = (tree: Tree): FieldId[] => [...new Set(tree.points.flatMap((p) => sources[p.id]!.fields))]

export const treeAnswers = (tree: Tree, open: Open): Answers =>
  Object.fromEntries(tree.points.map((p) => {
    const answers = [...new Set(sources[p.id]!.answer(open))]
    return [p.id, answers.length === 1 ? answers[0]! : answers]
  }))
