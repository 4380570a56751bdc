import { HengError } from '@heng/contract'
import { canonicalJson, type Ctx } from '@heng/server-kit'
import { defaultMethodId, findMethod, validateDefinition, type MethodDefinition } from '@heng/engine-risk'

/** @throws risks.definition: says what is wrong and where, in the caller's language; all problems stand in `data` */
export const soundDefinition = (ctx: Pick<Ctx, 'locale'>, given: unknown): MethodDefinition => {
  const check = validateDefinition(given)
  if (check.ok) return check.definition
  const [first] = check.problems
  const problem = `${first?.path ? `${first.path}: ` : ''}${first?.message[ctx.locale] ?? ''}`
  throw new HengError('risks.definition', { params: { problem }, fields: [{ path: 'definition', code: 'custom' }], data: { problems: check.problems } })
}

/**
 * A built-in definition keeps its name; one that the organisation changed gets an id and a version of its own, so that
 * a figure never claims a published method it was not computed by.
 */
export const named = (definition: MethodDefinition, reference: string, version: number): MethodDefinition => {
  const builtIn = findMethod(`${definition.id}@${definition.version}`)
  if (builtIn !== undefined && canonicalJson(builtIn) === canonicalJson(definition)) return definition
  const id = (definition.id.startsWith('own-') ? definition.id : `own-${definition.id}`).slice(0, 64)
  return { ...definition, id, version: `${reference}.${version}`, status: 'custom' }
}

/** The built-in method asked for by `id` or `id@version`. */
export const builtIn = (method: string): MethodDefinition => {
  const found = findMethod(method)
  if (found === undefined) throw new HengError('risks.unknownMethod', { params: { method }, fields: [{ path: 'method', code: 'custom' }] })
  return found
}

/** Id of the method that the organisation chose at set-up. */
export const chosenMethod = ({ org }: Pick<Ctx, 'org'>): string => (typeof org.settings.riskMethod === 'string' ? org.settings.riskMethod : defaultMethodId)
