import { invalidAt } from './encoding.ts'
import { Window } from './jsonWindow.ts'
import type { ScanLimits } from './limits.ts'
import { ScanError, type ScanProblemCode, type ScanProblemDetails } from './problem.ts'

/** Where records stand: keys from the root, `*` for every element of a list or every key, `[]` for every element of a list only. */
export type JsonPath = readonly string[]

/** A value as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface JsonRecord {
  /** Which of the paths it stands at. */
  readonly path: number
  /** Keys and places from the root to it. */
  readonly keys: readonly (string | number)[]
  readonly value: Json
}

type Taken = 'record' | 'descend' | 'context'

interface Frame {
  readonly isList: boolean
  /** Values one after another, without commas, to the end: JSON lines. */
  readonly isSequence: boolean
  /** Paths that lead through here. */
  readonly alive: readonly number[]
  readonly target: Json[] | { [key: string]: Json }
  key: string
  index: number
}

const [quote, comma, colon, backslash, openList, closeList, openMap, closeMap] = [34, 44, 58, 92, 91, 93, 123, 125]
/** What an object or list takes besides its characters, in characters: many small ones are to count for what they are. */
const nodeLength = 16
/** Records are given out so many at a time, or fewer long ones. */
const batch = 64
const batchLength = 1024 * 1024
const endsScalar = (byte: number): boolean => byte === comma || byte === closeList || byte === closeMap || isSpace(byte)
const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9

/**
 * Streams the records of a JSON document, several at a time, and keeps what stands beside them in `context`, which grows as the document is read. Memory is one chunk,
 * the records of a moment and the context. Whole values are cut out by their bytes and left to `JSON.parse`.
 * With `skip` records are passed over, which is quicker: for a first look at the context. After it the context `isKnown`, and is neither read nor kept again.
 * A `sequence` of values (JSON lines) is read as if it were a list.
 */
export async function* readJsonRecords(
  stream: AsyncIterable<Buffer>,
  paths: readonly JsonPath[],
  limits: ScanLimits,
  context: { value: Json },
  { skip = false, isKnown = false, sequence = false }: { readonly skip?: boolean; readonly isKnown?: boolean; readonly sequence?: boolean } = {},
): AsyncGenerator<readonly JsonRecord[]> {
  const iterator = stream[Symbol.asyncIterator]()
  const w = new Window(iterator)
  const stack: Frame[] = []
  let contextLength = 0
  let ready: JsonRecord[] = []
  let readyLength = 0

  const fail = (code: ScanProblemCode, details: ScanProblemDetails = {}, at = w.at): never => {
    throw new ScanError(code, { ...w.place(at), ...details })
  }
  const cutOff = (): never => fail('truncated', { found: 'unexpected end' }, w.bytes.length)
  const show = (at: number): string => JSON.stringify(w.bytes.toString('latin1', at, at + 1))

  /** The next byte that is no space; -1 where it has not come yet. */
  const peekHeld = (): number => {
    const { bytes } = w
    let { at } = w
    while (at < bytes.length && isSpace(bytes[at]!)) at++
    w.at = at
    return at < bytes.length ? bytes[at]! : -1
  }
  /** The next byte that is no space; -1 at the end. */
  const peek = async (): Promise<number> => {
    for (;;) {
      const byte = peekHeld()
      if (byte >= 0 || !(await w.more(w.bytes.length))) return byte
    }
  }

  // The value that is gone through: how far, how deep, and how many objects and lists were in it.
  let seen = 0
  let depth = 0
  let nodes = 0
  let inString = false
  /** Where the value ends that begins at `w.at`; -1 where its end has not come yet. */
  const scan = (): number => {
    const { bytes } = w
    const first = bytes[w.at]!
    let at = seen
    if (first !== openList && first !== openMap && first !== quote) {
      while (at < bytes.length && !endsScalar(bytes[at]!)) at++
      seen = at
      return at < bytes.length ? at : -1
    }
    while (at < bytes.length) {
      if (inString) {
        const end = bytes.indexOf(quote, at)
        if (end < 0) {
          at = bytes.length
          break
        }
        let before = end - 1
        while (bytes[before] === backslash) before--
        at = end + 1
        if ((end - before) % 2 === 0) continue
        inString = false
        if (depth === 0) return at
        continue
      }
      const byte = bytes[at++]!
      if (byte === quote) inString = true
      else if (byte === openMap || byte === openList) {
        nodes++
        if (++depth + stack.length > limits.depth) fail('depth', { allowed: limits.depth }, at - 1)
      } else if ((byte === closeMap || byte === closeList) && --depth === 0) return at
    }
    seen = at
    return -1
  }
  /** Where the value that begins at `w.at` ends; it stays in the window. */
  const span = async (most: number, tooLong: ScanProblemCode): Promise<number> => {
    let end = scan()
    while (end < 0) {
      if (seen - w.at + nodes * nodeLength > most) fail(tooLong, { allowed: most })
      const from = w.at
      if (await w.more(from)) {
        seen -= from
        end = scan()
      } else end = depth === 0 && !inString && stack.at(-1)?.isSequence === true ? seen : cutOff()
    }
    if (end - w.at + nodes * nodeLength > most) fail(tooLong, { allowed: most })
    return end
  }
  const begin = (): void => {
    seen = w.at
    depth = 0
    nodes = 0
    inString = false
  }
  const parsed = (end: number): Json => {
    const text = w.bytes.toString('utf8', w.at, end)
    // What is not UTF-8 becomes this character; or it stands there itself.
    const bad = text.includes('\ufffd') ? invalidAt(w.bytes.subarray(w.at, end)) : -1
    if (bad >= 0) fail('encoding', { found: 'utf-8' }, w.at + bad)
    try {
      return JSON.parse(text) as Json
    } catch (error) {
      const { message } = error as Error
      const within = Number(/ at position (\d+)/.exec(message)?.[1] ?? 0)
      return fail('malformed', { found: message.replace(/ in JSON at position.*$/, '').slice(0, 200) }, w.at + Math.min(within, end - w.at - 1))
    }
  }
  const grow = (more: number): void => {
    contextLength += more
    if (contextLength > limits.contextLength) fail('context-length', { allowed: limits.contextLength })
  }
  const keep = (value: Json): void => {
    if (isKnown) return
    const top = stack.at(-1)
    grow(nodeLength + (top?.isList === false ? top.key.length : 0))
    if (top === undefined) context.value = value
    else if (Array.isArray(top.target)) top.target.push(value)
    else if (top.key === '__proto__') Object.defineProperty(top.target, top.key, { value, enumerable: true, configurable: true, writable: true })
    else top.target[top.key] = value
  }
  const takenAs = (alive: readonly number[], first: number): Taken => {
    const here = stack.length
    if (alive.some((p) => paths[p]!.length === here)) return 'record'
    return alive.length > 0 && (first === openMap || first === openList) ? 'descend' : 'context'
  }
  /** Paths that go on through the value that comes now. */
  const aliveHere = (): number[] => {
    const top = stack.at(-1)
    const depth = stack.length - 1
    if (top === undefined) return paths.map((_, i) => i)
    return top.alive.filter((p) => paths[p]!.length > depth && (paths[p]![depth] === '*' || (top.isList ? paths[p]![depth] === '[]' : paths[p]![depth] === top.key)))
  }

  try {
    const start = await peek()
    if (start < 0) fail('empty')
    if (start !== openMap && start !== openList) fail('malformed', { found: show(w.at) })
    if (sequence) {
      const target: Json[] = []
      context.value = target
      stack.push({ isList: true, isSequence: true, alive: paths.map((_, i) => i), target, key: '', index: 0 })
    }
    let ended = false
    while (!ended) {
      // A value stands here.
      let first = peekHeld()
      if (first < 0) first = await peek()
      if (first < 0) cutOff()
      if (first === comma || first === colon || first === closeList || first === closeMap) fail('malformed', { found: show(w.at) })
      const alive = aliveHere()
      const taken = takenAs(alive, first)
      if (taken === 'descend') {
        const isList = first === openList
        if (stack.length >= limits.depth) fail('depth', { allowed: limits.depth })
        const target: Frame['target'] = isList ? [] : {}
        keep(target)
        stack.push({ isList, isSequence: false, alive, target, key: '', index: 0 })
        w.at++
      } else {
        begin()
        const end = await span(taken === 'record' ? limits.recordLength : limits.contextLength, taken === 'record' ? 'record-length' : 'context-length')
        if (taken === 'context') {
          grow(end - w.at + nodes * nodeLength)
          if (!isKnown) keep(parsed(end))
        } else if (!skip) {
          const path = alive.find((p) => paths[p]!.length === stack.length)!
          const keys = stack.map((f) => (f.isList ? f.index : f.key))
          ready.push({ path, keys, value: parsed(end) })
          readyLength += end - w.at
        }
        w.at = end
        if (ready.length >= batch || readyLength >= batchLength) {
          const out = ready
          ready = []
          readyLength = 0
          yield out
        }
      }
      // What comes after a value, or at the beginning of a list or map: the next value, or ends.
      let begun = taken === 'descend'
      for (;;) {
        const top = stack.at(-1)
        if (top === undefined) {
          ended = true
          break
        }
        let byte = peekHeld()
        if (byte < 0) byte = await peek()
        if (top.isSequence) {
          ended = byte < 0
          top.index++
          break
        }
        if (byte < 0) cutOff()
        if (byte === (top.isList ? closeList : closeMap)) {
          w.at++
          stack.pop()
          begun = false
          continue
        }
        if (!begun) {
          if (byte !== comma) fail('malformed', { found: show(w.at), allowed: ',' })
          w.at++
          top.index++
          byte = await peek()
          if (byte < 0) cutOff()
        }
        if (!top.isList) {
          if (byte !== quote) fail('malformed', { found: show(w.at) })
          begin()
          const end = await span(limits.token, 'token')
          top.key = parsed(end) as string
          w.at = end
          if ((await peek()) !== colon) fail('malformed', { found: show(w.at) })
          w.at++
        }
        break
      }
    }
    if ((await peek()) >= 0) fail('malformed', { found: show(w.at) })
    if (ready.length > 0) yield ready
  } catch (error) {
    // What was complete before the place of an error is given out before the error is.
    if (ready.length > 0) yield ready
    throw error
  } finally {
    await iterator.return?.()
  }
}
