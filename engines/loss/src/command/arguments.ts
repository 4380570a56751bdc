import type { Problem } from '../problem.ts'

export interface Asked {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly years: number
  readonly seed: number
}

const defaults = { years: 1_000_000, seed: 1 }
const limits = { years: [1_000, 20_000_000], seed: [0, Number.MAX_SAFE_INTEGER] } as const
const usage = 'heng simulate <scenarios.json | -> [--years 1000000] [--seed 1]'

const refuse = (field: string, en: string, zh: string): Problem => ({ field, message: { en, 'zh-CN': zh } })

/** Reads what stands behind `heng simulate`. */
export const readArguments = (args: readonly string[]): Asked | Problem => {
  const given: { file?: string; years: number; seed: number } = { ...defaults }
  for (let i = 0; i < args.length; i++) {
    const [name = '', attached] = args[i]!.split('=', 2)
    if (name === '--years' || name === '--seed') {
      const key = name.slice(2) as 'years' | 'seed'
      const text = attached ?? args[++i] ?? ''
      const [least, most] = limits[key]
      const value = Number(text)
      if (!/^\d+$/.test(text) || value < least || value > most) return refuse(name, `${name}: a whole number from ${least} to ${most}`, `${name}：${least} 到 ${most} 之间的整数`)
      given[key] = value
    } else if (name.startsWith('--') || given.file !== undefined) return refuse(name, `${name}: not understood. ${usage}`, `${name}：无法识别。用法：${usage}`)
    else given.file = args[i]!
  }
  const { file } = given
  return file === undefined ? refuse('file', `A file is missing. ${usage}`, `缺少文件。用法：${usage}`) : { ...given, file }
}
