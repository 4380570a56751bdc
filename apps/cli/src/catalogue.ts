import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isOperation, metaOf, operationsOf, vocabulary, type Contract, type Locale, type Operation, type OperationMeta } from '@heng/contract'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface Verb {
  readonly name: string
  readonly operation: Operation
  readonly meta: OperationMeta
}

export interface Noun {
  readonly name: string
  readonly verbs: ReadonlyMap<string, Verb>
}

interface RoomMessages {
  readonly nouns?: Readonly<Record<string, { readonly many: string; readonly about: string; readonly fields: Readonly<Record<string, string>> }>>
}

export interface Catalogue {
  readonly nouns: ReadonlyMap<string, Noun>
  /** What a noun is, in one line: its plural and purpose, or what its operations do. */
  summary: (noun: Noun, locale: Locale) => string
  /** What a field of a noun is called, where the noun has one of that name. */
  fieldLabel: (noun: Noun, field: string, locale: Locale) => string | undefined
}

/** Rooms of this installation that have a contract; each exports it under the room's own name, or under its plural where a noun has that name. */
const roomNames = (): string[] =>
  ['platform', 'modules'].flatMap((folder) =>
    readdirSync(root + folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(`${root}${folder}/${entry.name}/contract/index.ts`))
      .map(({ name }) => name))

const camel = (name: string): string => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
export const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A tree of operations and nothing else: a noun is none. */
const isContract = (node: unknown): node is Contract =>
  typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype && Object.values(node).length > 0
  && Object.values(node).every((one) => isOperation(one) || isContract(one))

const contractOf = async (room: string): Promise<Contract[]> => {
  const exported = (await import(`@heng/${room}/contract`)) as Readonly<Record<string, Contract>>
  const contract = [camel(room), `${camel(room)}s`].map((name) => exported[name]).find(isContract)
  return contract === undefined ? [] : [contract]
}

const messagesOf = async (room: string): Promise<Readonly<Record<Locale, RoomMessages>> | undefined> => {
  try {
    return ((await import(`@heng/${room}/locales`)) as { messages?: Readonly<Record<Locale, RoomMessages>> }).messages
  } catch (error) {
    if (['ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** `approval.step.decide` → `approval`, `step-decide`; `roleAssignment.list` → `role-assignment`, `list`. */
export const commandOf = (id: string): readonly [noun: string, verb: string] => {
  const [noun = '', ...verb] = id.split('.')
  return [kebab(noun), verb.map(kebab).join('-')]
}

/** Every operation of every room, as commands; contracts and texts only, no server. */
export const loadCatalogue = async (): Promise<Catalogue> => {
  const rooms = roomNames()
  const [contracts, messages] = await Promise.all([Promise.all(rooms.map(contractOf)), Promise.all(rooms.map(messagesOf))])
  const nouns = new Map<string, Noun & { verbs: Map<string, Verb> }>()
  for (const operation of operationsOf(Object.fromEntries([{ vocabulary }, ...contracts.flat()].entries()) as Contract)) {
    const meta = metaOf(operation)
    const [name, verb] = commandOf(meta.id)
    const noun = nouns.get(name) ?? { name, verbs: new Map() }
    noun.verbs.set(verb, { name: verb, operation, meta })
    nouns.set(name, noun)
  }
  const described = (locale: Locale) => new Map(messages.flatMap((m) => Object.entries(m?.[locale].nouns ?? {})).map(([key, text]) => [kebab(key), text]))
  return {
    nouns: new Map([...nouns].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    summary: (noun, locale) => {
      const text = described(locale).get(noun.name)
      if (text !== undefined) return `${text.many}${locale === 'en' ? ': ' : '：'}${text.about}`
      return [...noun.verbs.values()].map(({ meta }) => meta.summary[locale]).join(locale === 'en' ? '; ' : '；')
    },
    fieldLabel: (noun, field, locale) => {
      const fields = described(locale).get(noun.name)?.fields
      return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined
    },
  }
}
