import type { Parameters } from './params.ts'
import type { Part, Prop } from './schema.ts'

/** The label for people: one without a class if there is one (NIST adds zero-padded and assessment labels with classes). */
export function labelOf(props: readonly Prop[] | undefined): string | undefined {
  const labels = props?.filter((prop) => prop.name === 'label') ?? []
  return (labels.find((label) => label.class === undefined) ?? labels[0])?.value
}

/**
 * Writes parts as lines: list label, title, text; parts inside a part are indented by two spaces a level. The outermost
 * parts are containers, their items stand at the margin.
 */
export function renderParts(parts: readonly Part[], parameters: Parameters, path: string): string {
  const lines = parts.flatMap((part) => [...linesOf(part, 0, parameters, path), ...innerLines(part, 0, parameters, path)])
  return lines.join('\n')
}

function innerLines(part: Part, level: number, parameters: Parameters, path: string): string[] {
  return (part.parts ?? []).flatMap((inner) => [
    ...linesOf(inner, level, parameters, path),
    ...innerLines(inner, level + 1, parameters, path),
  ])
}

function linesOf(part: Part, level: number, parameters: Parameters, path: string): string[] {
  const text = [labelOf(part.props), part.title, part.prose?.trim()].filter(Boolean).join(' ')
  if (text === '') return []
  const indent = '  '.repeat(level)
  return parameters
    .insert(text, path)
    .split('\n')
    .map((line) => (line === '' ? line : indent + line))
}
