import type { Problem } from '../problem.ts'
import { problemsIn } from '../problem.ts'
import { simulation, type Simulation } from '../schema.ts'

/** Words that other programs write for numbers that are none; JSON knows them not, and the field that holds one is to be named. */
const notNumbers = /"(?:[^"\\]|\\.)*"|[-+]?\b(?:NaN|Infinity|inf|nan)\b/g

/** Reads the text of a file of scenarios. */
export const readScenarios = (text: string): Simulation | Problem[] => {
  let input: unknown
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, '').replace(notNumbers, (found) => (found.startsWith('"') ? found : JSON.stringify(found))))
  } catch (error) {
    const why = (error as Error).message
    return [{ field: '', message: { en: `This is no JSON: ${why}`, 'zh-CN': `不是有效的 JSON：${why}` } }]
  }
  const read = simulation.safeParse(input)
  return read.success ? read.data : problemsIn(read.error)
}

export const isRefused = (read: Simulation | Problem[]): read is Problem[] => Array.isArray(read)
