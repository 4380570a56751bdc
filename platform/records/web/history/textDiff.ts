export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

const most = 500
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const words = (text: string): string[] => [...segmenter.segment(text)].map((s) => s.segment)

const push = (pieces: { kind: Piece['kind']; text: string }[], kind: Piece['kind'], text: string): void => {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

/**
 * How one text became another, word by word (Chinese words, too), by their longest common subsequence: O(n × m) up to 500
 * words each. Longer texts, and those with next to nothing in common, are given as removed and added whole.
 */
export const textDiff = (before: string, after: string): readonly Piece[] => {
  const whole: Piece[] = [{ kind: 'removed', text: before }, { kind: 'added', text: after }]
  const [a, b] = [words(before), words(after)]
  if (a.length > most || b.length > most) return whole
  const width = b.length + 1
  // longest[i * width + j]: words that a from i and b from j have in common, in order.
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  if (longest[0]! * 3 < Math.min(a.length, b.length)) return whole
  const pieces: { kind: Piece['kind']; text: string }[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) push(pieces, 'same', (j += 1, a[i++]!))
    else if (j < b.length && (i === a.length || longest[i * width + j + 1]! > longest[(i + 1) * width + j]!)) push(pieces, 'added', b[j++]!)
    else push(pieces, 'removed', a[i++]!)
  }
  return pieces
}
