import { Command, CommanderError, Help } from 'commander'
import { HengError, metaOf } from '@heng/contract'
import { camelOptions, declareOperation } from './commands/operation.ts'
import { takeDotted } from './call/values.ts'
import { kebab, loadCatalogue } from './catalogue.ts'
import { CliError, printError, type Io, type Setting } from './io.ts'
import { version } from './version.ts'
import { fill, localeOf, textsIn } from './texts.ts'

const own = new Set(['backup', 'restore', 'doctor', 'sign-in', 'sign-out', 'score', 'simulate', 'cvss', 'scan'])

/** Runs one command line. Resolves to the exit code: 0, or 2 when anything was refused. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  const locale = localeOf(io.env)
  const setting: Setting = { io, locale, t: textsIn(locale) }
  if (argv[0] === 'score' && !argv.includes('--help')) return (await import('./commands/score.ts')).score(io, argv.slice(1))
  if (argv[0] === 'simulate' && !argv.includes('--help')) return (await import('./commands/simulate.ts')).simulate(io, argv.slice(1))
  if (argv[0] === 'cvss' && !argv.includes('--help')) return (await import('./commands/cvss.ts')).cvss(io, argv.slice(1))
  if (argv[0] === 'scan' && argv[1] === 'read' && !argv.includes('--help')) return (await import('./commands/scanRead.ts')).scanRead(io, argv.slice(2))
  if (argv[0] === 'scan' && argv[1] === 'run' && !argv.includes('--help')) return (await import('./commands/scanRun.ts')).scanRun(io, argv.slice(2))
  let code = 0
  try {
    const { rest, dotted } = takeDotted(kebabCommand(argv))
    const program = rootOf(setting, (exit) => (code = exit))
    if (!own.has(rest[0] ?? '')) await addOperations(setting, program, rest, dotted)
    if (rest.length === 0) program.outputHelp()
    else await program.parseAsync(camelOptions(rest), { from: 'user' })
    return code
  } catch (error) {
    return report(setting, error)
  }
}

/** `roleAssignment list` says the same as `role-assignment list`. */
const kebabCommand = (argv: readonly string[]): string[] => argv.map((arg, i) => (i < 2 && /^[a-z]\w*$/i.test(arg) ? kebab(arg) : arg))

const rootOf = (setting: Setting, exit: (code: number) => void): Command => {
  const { t } = setting
  const program = styled(setting, new Command('heng')).description(t.about).version(version, '-V, --version', t.version).enablePositionalOptions()
  program.commandsGroup(t.groups.installation)
  const file = ['<file>', t.options.file] as const
  sub(setting, program, 'backup', t.commands.backup).argument(...file).option('--replace', t.options.replace)
    .action(async (name: string, options: { replace?: boolean }) => (await import('./commands/backup.ts')).backup(setting, name, options))
  sub(setting, program, 'restore', t.commands.restore).argument(...file).option('--replace', t.options.replaceData)
    .action(async (name: string, options: { replace?: boolean }) => (await import('./commands/restore.ts')).restore(setting, name, options))
  sub(setting, program, 'doctor', t.commands.doctor).action(async () => exit(await (await import('./commands/doctor.ts')).doctor(setting)))
  sub(setting, program, 'score', t.commands.score).argument('<method>').argument('[values...]')
  const scan = sub(setting, program, 'scan', t.commands.scan)
  sub(setting, scan, 'read', t.commands.scanRead).argument('<file>').option('--tool <name>', t.options.tool).option('--map <field=column>', t.options.map)
    .option('--json', t.options.ndjson)
  sub(setting, scan, 'run', t.commands.scanRun).argument('<program>', t.options.program).option('--targets <targets>', t.options.targets).option('--within <ranges>', t.options.within)
    .option('--depth <depth>', t.options.depth).option('--ports <ports>', t.options.ports).option('--no-ping', t.options.noPing)
    .option('--content <file>', t.options.content).option('--profile <id>', t.options.profile).option('--json', t.options.ndjson)
  sub(setting, program, 'cvss', t.commands.cvss).argument('<vector>')
  sub(setting, program, 'simulate', t.commands.simulate).argument('<file>').option('--years <years>', t.options.years, '1000000').option('--seed <seed>', t.options.seed, '1')
  program.commandsGroup(t.groups.account)
  sub(setting, program, 'sign-in', t.commands.signIn).option('--email <address>', t.options.email).option('--code <code>', t.options.code)
    .action(async (options: object) => (await import('./session/signIn.ts')).signIn(setting, options))
  sub(setting, program, 'sign-out', t.commands.signOut).action(async () => (await import('./session/signIn.ts')).signOut(setting))
  return program
}

/** Nouns with one line each; verbs of the noun that is asked for; options of the verb that is asked for. */
const addOperations = async (setting: Setting, program: Command, args: readonly string[], dotted: Record<string, unknown>): Promise<void> => {
  const catalogue = await loadCatalogue()
  const [askedNoun, askedVerb] = args
  program.commandsGroup(setting.t.groups.records)
  for (const noun of catalogue.nouns.values()) {
    const command = sub(setting, program, noun.name, catalogue.summary(noun, setting.locale))
    if (noun.name !== askedNoun) continue
    for (const verb of noun.verbs.values()) {
      const inner = sub(setting, command, verb.name, metaOf(verb.operation).summary[setting.locale])
      if (verb.name === askedVerb) declareOperation(setting, inner, verb, { dotted, label: (field) => catalogue.fieldLabel(noun, field, setting.locale) })
    }
  }
}

const sub = (setting: Setting, parent: Command, name: string, about: string): Command => {
  const command = styled(setting, new Command(name)).summary(about).description(about)
  parent.addCommand(command)
  return command
}

const styled = ({ io, t }: Setting, command: Command): Command =>
  command
    .exitOverride()
    .helpOption('-h, --help', t.help)
    .helpCommand(false)
    .configureHelp({
      helpWidth: io.columns,
      subcommandTerm: (c) => c.name(),
      styleTitle: (title) => (t.headings as Record<string, string>)[title] ?? title,
      subcommandDescription: (c) => oneLine(c.summary(), io.columns),
      commandUsage: (c) => new Help().commandUsage(c),
    })
    .configureOutput({ writeOut: (text) => io.out(withEnd(text)), writeErr: (text) => io.err(withEnd(text)), outputError: () => undefined })

const withEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

// The list of commands stays a list; the whole sentence stands above the command's own help.
const oneLine = (text: string, columns: number): string => {
  const most = Math.max(30, columns - 34)
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

const report = (setting: Setting, error: unknown): number => {
  const { io, locale } = setting
  if (error instanceof CliError) printError(io, error)
  else if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2
    printError(io, wording(setting, error))
  } else if (error instanceof HengError) printError(io, new CliError(error.message))
  else if (error instanceof Error && error.name === 'DatabaseError') printError(io, new CliError(locale === 'en' ? error.message : (error as Error & { zh: string }).zh))
  else {
    io.err(`heng: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 1
  }
  return 2
}

const wording = ({ t }: Setting, { code, message }: CommanderError): CliError => {
  const name = /'([^']*)'/.exec(message)?.[1]?.split(/[ ,]/)[0] ?? ''
  const near = /Did you mean (?:one of )?([^?)]+)\?/.exec(message)?.[1]
  const hint = near === undefined ? undefined : fill(t.hints.didYouMean, { name: near })
  const text = {
    'commander.unknownCommand': t.errors.unknownCommand, 'commander.unknownOption': t.errors.unknownOption,
    'commander.missingArgument': t.errors.missingArgument, 'commander.optionMissingArgument': t.errors.optionMissing,
    'commander.excessArguments': t.errors.excess,
  }[code]
  return new CliError(text === undefined ? message : fill(text, { name }), hint === undefined ? {} : { hint })
}
