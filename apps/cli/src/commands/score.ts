import { runScoreCommand } from '@heng/engine-risk'
import { textFrom, type Io } from '../io.ts'

/** `heng score`: a computation of its own, without server or data. */
export const score = ({ stdin, out, err }: Io, args: readonly string[]): Promise<number> =>
  runScoreCommand(args, textFrom(stdin), (line) => out(`${line}\n`), (line) => err(`${line}\n`))
