import { StringDecoder } from 'node:string_decoder'
import type { Locale } from '@heng/contract'
import type { Texts } from './texts.ts'

/** Where the command line reads and writes; tests bring their own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly columns: number
}

/** What comes in, as text: characters that chunks divide stay whole. */
export async function* textFrom(stdin: Io['stdin']): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  for await (const chunk of stdin) yield typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer)
  yield decoder.end()
}

/** What every command gets. */
export interface Setting {
  readonly io: Io
  readonly locale: Locale
  readonly t: Texts
}

/** A refusal to print: one line, lines of detail, a hint; the process ends with 2. */
export class CliError extends Error {
  readonly details: readonly string[]
  readonly hint: string | undefined

  constructor(message: string, options: { details?: readonly string[]; hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'CliError'
    this.details = options.details ?? []
    this.hint = options.hint
  }
}

export const printError = (io: Io, { message, details, hint }: CliError): void => {
  io.err(`${message}\n`)
  for (const line of details) io.err(`  ${line}\n`)
  if (hint !== undefined) io.err(`${hint}\n`)
}
