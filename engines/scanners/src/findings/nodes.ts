import type { Json } from '../input/jsonRecords.ts'
import type { XmlNode, XmlOpen } from '../input/xmlRecords.ts'

// What readers take out of trees that anybody may have written: the value where it is of the kind, else null.

/** Text of the first child of that name, or null. */
export const childText = (node: XmlNode | undefined, name: string): string | null => {
  const text = node?.children.find((c) => c.name === name)?.text.trim()
  return text === undefined || text === '' ? null : text
}
/** Texts of all children of that name. */
export const childTexts = (node: XmlNode | undefined, name: string): string[] => (node?.children ?? []).filter((c) => c.name === name).map((c) => c.text.trim()).filter((t) => t !== '')
export const child = (node: XmlNode | XmlOpen | undefined, name: string): XmlNode | undefined => (node === undefined ? [] : 'kept' in node ? node.kept : node.children).find((c) => c.name === name)
export const children = (node: XmlNode | undefined, name: string): XmlNode[] => (node?.children ?? []).filter((c) => c.name === name)
/** Text of an element with everything in it. */
export const wholeText = (node: XmlNode | undefined): string => (node === undefined ? '' : `${node.text}${node.children.map((c) => ` ${wholeText(c)}`).join('')}`.trim())

type Key = string | number
/** The value at the end of the keys, or null on the way. */
export const at = (value: Json | undefined, ...keys: readonly Key[]): Json => {
  let here: Json | undefined = value
  for (const key of keys) {
    if (Array.isArray(here) && typeof key === 'number') here = here[key]
    else if (here !== null && typeof here === 'object' && !Array.isArray(here) && Object.hasOwn(here, key)) here = here[key]
    else return null
  }
  return here ?? null
}
/** A text, or a number or boolean as text. */
export const text = (value: Json | undefined, ...keys: readonly Key[]): string | null => {
  const found = at(value, ...keys)
  return typeof found === 'string' ? (found.trim() === '' ? null : found) : typeof found === 'number' || typeof found === 'boolean' ? String(found) : null
}
export const number = (value: Json | undefined, ...keys: readonly Key[]): number | null => {
  const found = at(value, ...keys)
  const is = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  return typeof is === 'number' && Number.isFinite(is) ? is : null
}
/** A list, one value as a list of it, nothing as an empty one. */
export const list = (value: Json | undefined, ...keys: readonly Key[]): Json[] => {
  const found = at(value, ...keys)
  return Array.isArray(found) ? found : found === null ? [] : [found]
}
/** The texts of a list. */
export const texts = (value: Json | undefined, ...keys: readonly Key[]): string[] => list(value, ...keys).flatMap((one) => text(one) ?? [])

/** JSON pointer (RFC 6901) to a record. */
export const pointer = (keys: readonly Key[]): string => keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
