import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { useTargetName } from './useTargetName.ts'

export interface ReductionOf {
  readonly target: string
  readonly steps: number | null
}

/** What a measure takes off, in words: "Likelihood −2"; says when nobody has assessed it. */
export const useEffectText = (): ((reductions: readonly ReductionOf[]) => string) => {
  const t = useText(messages).pages
  const nameOf = useTargetName()
  return (reductions) => {
    const known = reductions.filter((r) => r.steps !== null && r.steps > 0)
    if (reductions.length === 0 || reductions.some((r) => r.steps === null)) return t.treatment.noEffect
    if (known.length === 0) return t.treatment.nothing
    return known.map((r) => fill(t.rating.takesOff, { target: nameOf(r.target), steps: r.steps! })).join(' · ')
  }
}
