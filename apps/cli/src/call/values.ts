import { CliError, type Setting } from '../io.ts'
import { fill } from '../texts.ts'
import type { Kind, Parameter } from './shape.ts'

type Json = Record<string, unknown>

/** Reads a JSON object. @throws CliError naming where it stood */
export const parseObject = ({ t }: Setting, text: string, where: string): Json => {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  } catch (cause) {
    throw new CliError(fill(t.errors.notJson, { where }), { cause })
  }
  throw new CliError(fill(t.errors.notJson, { where }))
}

const single = (setting: Setting, kind: Kind, text: string, option: string): unknown => {
  switch (kind) {
    case 'number': {
      const value = Number(text)
      if (text.trim() === '' || !Number.isFinite(value)) throw new CliError(fill(setting.t.errors.notNumber, { option, value: text }))
      return value
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'object':
      return /^[[{]/.test(text.trim()) ? parseAny(setting, text, option) : text
    default:
      return text
  }
}

const parseAny = ({ t }: Setting, text: string, where: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CliError(fill(t.errors.notJson, { where }), { cause })
  }
}

/** An option's words as the value that the operation takes; `null` takes a value away where none is needed. */
export const valueOf = (setting: Setting, parameter: Parameter, given: unknown): unknown => {
  const option = `--${parameter.name}`
  if (given === true) return true
  const texts = [given].flat().map(String)
  if (parameter.nullable && texts.length === 1 && texts[0] === 'null') return null
  if (parameter.kind !== 'list') return single(setting, parameter.kind, texts.at(-1)!, option)
  if (texts.length === 1 && texts[0]!.trim().startsWith('[')) return parseAny(setting, texts[0]!, option)
  return texts.map((text) => single(setting, parameter.entries, text, option))
}

/** Puts a value at a path of an object, making objects on the way; own keys only. */
export const put = (target: Json, path: readonly string[], value: unknown): void => {
  let at = target
  for (const key of path.slice(0, -1)) {
    const next = Object.hasOwn(at, key) ? at[key] : undefined
    if (typeof next === 'object' && next !== null) at = next as Json
    else {
      const made: Json = {}
      Object.defineProperty(at, key, { value: made, enumerable: true, writable: true, configurable: true })
      at = made
    }
  }
  Object.defineProperty(at, path.at(-1)!, { value, enumerable: true, writable: true, configurable: true })
}

/**
 * Takes `--filter.tier=component` and `--filter.tier component` out of the arguments: values inside an object, which no
 * option can be declared for. A name given twice makes a list.
 */
export const takeDotted = (args: readonly string[]): { readonly rest: string[]; readonly dotted: Json } => {
  const rest: string[] = []
  const dotted: Json = {}
  const found = new Map<string, string[]>()
  for (let i = 0; i < args.length; i += 1) {
    const match = /^--([A-Za-z_][\w-]*(?:\.[\w-]+)+)(?:=([\s\S]*))?$/.exec(args[i]!)
    if (match === null) {
      rest.push(args[i]!)
      continue
    }
    const value = match[2] ?? args[(i += 1)] ?? ''
    found.set(match[1]!, [...(found.get(match[1]!) ?? []), value])
  }
  for (const [path, values] of found) put(dotted, path.split('.'), values.length === 1 ? values[0] : values)
  return { rest, dotted }
}

/** `b` into `a`, objects member by member. */
export const merge = (a: Json, b: Json): Json => {
  const out: Json = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const old = Object.hasOwn(out, key) ? out[key] : undefined
    const both = [old, value].every((v) => typeof v === 'object' && v !== null && !Array.isArray(v))
    Object.defineProperty(out, key, { value: both ? merge(old as Json, value as Json) : value, enumerable: true, writable: true, configurable: true })
  }
  return out
}
