import { readFile } from 'node:fs/promises'
import { Option, type Command } from 'commander'
import { metaOf, session, type Operation } from '@heng/contract'
import { baseUrl, call } from '../call/http.ts'
import { parametersOf, type Parameter } from '../call/shape.ts'
import { merge, parseObject, put, valueOf } from '../call/values.ts'
import type { Verb } from '../catalogue.ts'
import { CliError, type Setting } from '../io.ts'
import { readSession } from '../session/store.ts'
import { tableOf } from '../table.ts'
import { fill } from '../texts.ts'

type Json = Record<string, unknown>

const standard = new Set(['org', 'json', 'input', 'table', 'all', 'help'])

/** Only one id in the address: it may stand behind the verb without `--id`. */
const positionalOf = ({ meta }: Verb): string | undefined => {
  const names = [...meta.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).filter((name) => name !== 'org')
  return names.length === 1 ? names[0] : undefined
}

const placeholder = ({ kind, format }: Parameter): string => {
  if (kind === 'number' || kind === 'boolean' || kind === 'list' || kind === 'object') return kind === 'object' ? 'json' : kind
  return format === 'date' ? 'date' : format === 'uuid' ? 'id' : 'text'
}

/** What the surroundings of an operation add to it: values that stood as `--a.b`, and names of fields. */
export interface Surroundings {
  readonly dotted: Json
  readonly label: (field: string) => string | undefined
}

const optionOf = ({ t, locale }: Setting, parameter: Parameter, label: string | undefined): Option => {
  const { name, kind, allowed, required, format } = parameter
  const notes = [
    ...(label === undefined ? [] : [label]),
    ...(required ? [t.options.required] : []),
    ...(allowed.length > 0 ? [`${t.options.allowed}${locale === 'en' ? ': ' : '：'}${allowed.join(', ')}`] : []),
    ...(format === 'date' ? [t.options.days] : []),
    ...(kind === 'list' ? [t.options.several] : []),
  ]
  const value = kind === 'boolean' ? `[${kind}]` : `<${placeholder(parameter)}>`
  const option = new Option(`--${name} ${value}`, notes.join(locale === 'en' ? '; ' : '；'))
  return kind === 'list' ? option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]) : option
}

/** Gives a command the options of its operation. */
export const declareOperation = (setting: Setting, command: Command, verb: Verb, { dotted, label }: Surroundings): void => {
  const { t } = setting
  const parameters = parametersOf(verb.operation).filter(({ name }) => !standard.has(name))
  const positional = positionalOf(verb)
  if (positional !== undefined) command.argument(`[${positional}]`)
  for (const parameter of parameters) command.addOption(optionOf(setting, parameter, label(parameter.name)))
  if (verb.meta.scope === 'organisation') command.option('--org <slug>', t.options.org)
  command.option('--json <object>', t.options.json)
  command.option('--input <file>', t.options.input)
  if (verb.meta.id.endsWith('.list')) command.option('--all', t.options.all)
  command.option('--table', t.options.table)
  command.action(async (...args: unknown[]) => {
    const options = command.opts<Json>()
    const first = positional === undefined ? undefined : (args[0] as string | undefined)
    const given: Json = {}
    for (const parameter of parameters) {
      if (Object.hasOwn(options, parameter.name)) put(given, parameter.path, valueOf(setting, parameter, options[parameter.name]))
    }
    if (first !== undefined) put(given, [positional!], first)
    const input = merge(merge(merge(await inputOf(setting, options['input'] as string | undefined), jsonOf(setting, options['json'] as string | undefined)), given), dotted)
    const full = verb.meta.scope === 'organisation' ? { ...input, org: await orgOf(setting, (options['org'] ?? input['org']) as string | undefined) } : input
    requirePath(setting, verb, full)
    const answer = options['all'] === true ? await allPages(setting, verb, full) : await call(setting, verb.operation, full)
    setting.io.out(`${options['table'] === true ? tableOf(answer, setting.io.columns) : JSON.stringify(answer, null, 2)}\n`)
  })
}

const requirePath = ({ t }: Setting, { operation }: Verb, input: Json): void => {
  const missing = [...metaOf(operation).path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).filter((name) => input[name] === undefined || input[name] === '')
  if (missing.length > 0) throw new CliError(fill(t.errors.needed, { names: missing.map((name) => `--${name}`).join(', ') }))
}

/** Short names of the organisations that whoever calls belongs to. */
export const ownOrganisations = async (setting: Setting): Promise<readonly string[]> => {
  const me = (await call(setting, session.me as unknown as Operation, {})) as { organisations: { slug: string }[] }
  return me.organisations.map(({ slug }) => slug)
}

const orgOf = async (setting: Setting, given: string | undefined): Promise<string> => {
  const named = given || setting.io.env['HENG_ORG']
  if (named) return named
  const url = baseUrl(setting)
  const slugs = setting.io.env['HENG_TOKEN'] ? await ownOrganisations(setting) : (await readSession(setting.io.env, url))?.organisations
  if (slugs === undefined) throw new CliError(fill(setting.t.errors.noSession, { url }), { hint: setting.t.hints.noSession })
  const [only, ...others] = slugs
  if (only === undefined || others.length > 0) throw new CliError(setting.t.errors.noOrg, { details: slugs })
  return only
}

const jsonOf = (setting: Setting, text: string | undefined): Json => (text === undefined ? {} : parseObject(setting, text, '--json'))

const inputOf = async (setting: Setting, file: string | undefined): Promise<Json> => {
  if (file === undefined) return {}
  try {
    if (file !== '-') return parseObject(setting, await readFile(file, 'utf8'), file)
  } catch (cause) {
    if (cause instanceof CliError) throw cause
    throw new CliError(fill(setting.t.errors.unreadable, { file }), { cause })
  }
  const chunks: Buffer[] = []
  for await (const chunk of setting.io.stdin) chunks.push(Buffer.from(chunk as Buffer))
  return parseObject(setting, Buffer.concat(chunks).toString('utf8'), '--input -')
}

const allPages = async (setting: Setting, { operation }: Verb, input: Json): Promise<unknown> => {
  type Page = { items: unknown[]; next: string | null; labels?: Json }
  const whole = (await call(setting, operation, input)) as Page
  for (let next = whole.next; next !== null && next !== undefined; ) {
    const page = (await call(setting, operation, { ...input, cursor: next })) as Page
    whole.items.push(...page.items)
    if (whole.labels !== undefined) Object.assign(whole.labels, page.labels)
    next = page.next
  }
  return { ...whole, next: null }
}

/** `--due-on` says the same as `--dueOn`. */
export const camelOptions = (args: readonly string[]): string[] =>
  args.map((arg) => arg.replace(/^--([a-z]+(?:-[a-z0-9]+)+)(?==|$)/i, (_, name: string) => `--${name.replaceAll(/-(.)/g, (__, c: string) => c.toUpperCase())}`))
