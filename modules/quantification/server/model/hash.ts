import { createHash } from 'node:crypto'
import { engineVersion } from '@heng/engine-loss'
import { canonicalJson } from '@heng/server-kit'
import type { FrozenInputs, LossModel, Reduction } from '../../contract/index.ts'

interface Given {
  readonly id: string
  readonly currency: string
  readonly model: LossModel
  readonly reductions: readonly Reduction[]
  readonly years: number
  readonly seed: number
}

export const freeze = (given: Given): FrozenInputs => ({ ...given, reductions: given.reductions.map((one) => ({ ...one })), engineVersion })

/** SHA-256 over everything that figures follow from (RFC 8785); names of controls and measures are not among it. */
export const hashOf = ({ reductions, ...inputs }: FrozenInputs): string =>
  createHash('sha256').update(canonicalJson({ ...inputs, reductions: reductions.map(({ kind, id, effectiveness, frequency, magnitude }) => ({ kind, id, effectiveness, frequency, magnitude })).toSorted((a, b) => (a.id < b.id ? -1 : 1)) })).digest('hex')
