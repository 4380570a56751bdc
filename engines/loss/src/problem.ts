import type { z } from 'zod'

/** Why an input is not simulated: which field, what is allowed there, in both languages. */
export interface Problem {
  /** `scenarios[0].magnitude.pert.mode`; empty for the input as a whole. */
  readonly field: string
  readonly message: { readonly en: string; readonly 'zh-CN': string }
}

type Issue = z.core.$ZodIssue

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? String(part) : `.${String(part)}`)).join('')

const kinds: Readonly<Record<string, { en: string; 'zh-CN': string }>> = {
  number: { en: 'a number', 'zh-CN': '数字' }, string: { en: 'a text', 'zh-CN': '文本' }, object: { en: 'an object', 'zh-CN': '对象' }, array: { en: 'a list', 'zh-CN': '数组' },
}

const problemsOf = (issue: Issue): Problem[] => {
  const field = fieldOf(issue.path)
  const say = (en: string, zh: string): Problem[] => [{ field, message: { en: `${field === '' ? 'The input' : field}: ${en}`, 'zh-CN': `${field === '' ? '输入' : field}：${zh}` } }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const name = fieldOf([...issue.path, key])
        return { field: name, message: { en: `${name}: unknown field`, 'zh-CN': `${name}：未知字段` } }
      })
    case 'too_small':
      return issue.origin === 'number'
        ? say(issue.inclusive === true ? `at least ${issue.minimum}` : `more than ${issue.minimum}`, issue.inclusive === true ? `不得小于 ${issue.minimum}` : `须大于 ${issue.minimum}`)
        : say(`at least ${issue.minimum}`, `至少 ${issue.minimum} 个`)
    case 'too_big':
      return issue.origin === 'number' ? say(`at most ${issue.maximum}`, `不得大于 ${issue.maximum}`) : say(`at most ${issue.maximum}`, `至多 ${issue.maximum} 个`)
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { en: issue.expected, 'zh-CN': issue.expected }
      return say(`${kind.en} is needed`, `须为${kind['zh-CN']}`)
    }
    case 'invalid_union': {
      // The way that was meant is the one whose form was given.
      const meant = issue.errors.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)) ?? issue.errors[0]!
      return meant.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }))
    }
    default:
      return say(issue.message, `须满足：${issue.message}`)
  }
}

export const problemsIn = (error: z.ZodError): Problem[] => error.issues.flatMap(problemsOf)
