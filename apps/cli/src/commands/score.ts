import { StringDecoder } from 'node:string_decoder'
import { runScoreCommand } from '@heng/engine-risk'
import type { Io } from '../io.ts'

/** `heng score`: a computation of its own, without server or data. */
export const score = async ({ stdin, out, err }: Io, args: readonly string[]): Promise<number> => {
  async function* text(): AsyncGenerator<string> {
    const decoder = new StringDecoder('utf8')
    for await (const chunk of stdin) yield typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer)
    yield decoder.end()
  }
  return runScoreCommand(args, text(), (line) => out(`${line}\n`), (line) => err(`${line}\n`))
}
