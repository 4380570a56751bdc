import { fold } from './fold.ts'
import { refuse, value, type Outcome } from './outcome.ts'

const yes = new Set(['是', '有', '对', '真', 'yes', 'y', 'true', 't', '1', 'x', '√', '✓', '✔', '☑', 'on'])
const no = new Set(['否', '无', '没有', '不是', '假', 'no', 'n', 'false', 'f', '0', '×', '✗', '✘', '☐', 'off'])

/** Yes or no in either language, as lists tick it. */
export const parseBoolean = (text: string): Outcome => {
  const said = fold(text)
  return yes.has(said) ? value(true) : no.has(said) ? value(false) : refuse('boolean')
}
