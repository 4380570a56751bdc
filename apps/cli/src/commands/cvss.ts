import { score, VectorError } from '@heng/engine-cvss'
import { splitLines } from '@heng/engine-risk/lines'
import { textFrom, type Io } from '../io.ts'

/** Characters in one line; the longest vector takes some two hundred. */
const longest = 4_096

const scored = (vector: string): object => {
  try {
    return score(vector)
  } catch (error) {
    if (error instanceof VectorError) return { error: error.problem }
    throw error
  }
}

/** `heng cvss VECTOR`, or `-` for one vector a line; a computation of its own, without server or data. Ends with 1 where some line is no vector, with 2 where the only one is not. */
export const cvss = async ({ stdin, out, err }: Io, args: readonly string[]): Promise<number> => {
  const [vector, ...more] = args
  if (vector === undefined || more.length > 0) {
    err('heng cvss <vector>, as in heng cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H; - reads one vector a line.\n用法：heng cvss <向量>，如 heng cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H；- 表示逐行读取向量。\n')
    return 2
  }
  if (vector !== '-') {
    const told = scored(vector)
    if (!('error' in told)) {
      out(`${JSON.stringify(told)}\n`)
      return 0
    }
    const { message } = (told as { error: VectorError['problem'] }).error
    err(`${message.en}\n${message['zh-CN']}\n`)
    return 2
  }
  let code = 0
  for await (const { number, text } of splitLines(textFrom(stdin), longest)) {
    if (text?.trim() === '') continue
    const told = scored(text ?? 'x'.repeat(longest))
    if ('error' in told) code = 1
    out(`${JSON.stringify('error' in told ? { line: number, ...told } : told)}\n`)
  }
  return code
}
