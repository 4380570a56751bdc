import type { OscalLimits } from './limits.ts'
import { OscalError, problem, type OscalProblem } from './problem.ts'
import type { ControlTree, Param } from './schema.ts'

/** `{{ insert: param, ac-1_prm_1 }}`; the short form `{{ ac-1_prm_1 }}` is from before 1.0. */
const INSERT = /\{\{ *(?:insert: *param, *)?([^\s{},]+) *\}\}/g

/**
 * Puts parameters into text: the value where one is set, else the choices or the label in the form that SP 800-53 prints,
 * "[Selection (one or more): …]" or "[Assignment: …]".
 */
export class Parameters {
  /** Parameters that text refers to and nobody defines. */
  readonly warnings: OscalProblem[] = []
  private readonly params = new Map<string, Param>()
  private readonly texts = new Map<string, string>()
  private readonly limits: OscalLimits
  private inserted = 0

  /** Of two parameters with one id the first counts, so the result comes before its sources. */
  constructor(params: Iterable<Param>, limits: OscalLimits) {
    this.limits = limits
    for (const param of params) if (!this.params.has(param.id)) this.params.set(param.id, param)
  }

  /** Replaces the inserts of a text. Throws `prose-length` where parameters that insert one another explode. */
  insert(text: string, path: string): string {
    if (!text.includes('{{')) return text
    const { proseLength, insertedLength } = this.limits
    let length = 0
    return text.replace(INSERT, (_, id: string) => {
      const inserted = this.text(id, path)
      length += inserted.length
      this.inserted += inserted.length
      if (length > proseLength) throw new OscalError('prose-length', { path, allowed: proseLength })
      if (this.inserted > insertedLength) throw new OscalError('prose-length', { path, allowed: insertedLength })
      return inserted
    })
  }

  private text(id: string, path: string): string {
    const known = this.texts.get(id)
    if (known !== undefined) return known
    const param = this.params.get(id)
    if (!param) this.warnings.push(problem('unknown-param', { path, found: id }))
    // Stands while the parameter is being worked out: one that contains itself shows its id there.
    this.texts.set(id, `[Assignment: ${id}]`)
    const text = this.insert(param ? wording(param) : `[Assignment: ${id}]`, path)
    this.texts.set(id, text)
    return text
  }
}

function wording(param: Param): string {
  if (param.values?.length) return param.values.join(', ')
  const choices = param.select?.choice
  if (choices?.length) {
    const many = param.select?.['how-many'] === 'one-or-more' ? ' (one or more)' : ''
    return `[Selection${many}: ${choices.join('; ')}]`
  }
  return `[Assignment: ${param.label ?? param.id}]`
}

/** All parameters of a tree, loose ones first. */
export function* paramsOf(tree: ControlTree): Generator<Param> {
  yield* tree.params ?? []
  for (const control of tree.controls ?? []) yield* paramsOf(control)
  for (const group of tree.groups ?? []) yield* paramsOf(group)
}
