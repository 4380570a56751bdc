// Looking for credentials takes several expressions over each text. Nearly all texts hold nothing that any of them could begin with, which one walk tells.

const keys = ['api', 'access', 'account', 'auth', 'shared', 'private'].flatMap((name) => ['', '-', '_'].map((between) => `${name}${between}key`))
const sessions = ['', '-', '_', '.'].map((between) => `session${between}id`)
/** What stands in every text that `masked` changes, besides addresses with an `@`: in small letters, no letter of which is looked at for its case. */
const hints = [
  ...keys, ...sessions, 'authorization', 'cookie', 'pass', 'pwd', 'token', 'secret', 'sessid', 'sid=', 'sig=', 'signature=', 'credential',
  '-----begin ', 'eyj', 'hooks.slack.com/', 'open.feishu.cn/', 'webhook/send?key=', 'akia', 'asia', 'abia', 'acca', 'ltai', 'akid', 'gho_', 'ghp_', 'ghs_', 'ghu_', 'ghr_',
    'github_pat_',
  ...['pat', 'dt', 'rt', 'cbt', 'ptt', 'ft', 'imt', 'agent', 'oas', 'soat', 'ffct'].map((kind) => `gl${kind}-`), 'xox', 'xapp-', 'aiza', 'ya29.', 'gocspx-', 'k_live_',
    'k_test_', 'whsec_', 'npm_', 'pypi-', 'q~', 'sk-', 'sg.',
  'doo_v1_', 'dop_v1_', 'dor_v1_', 'shpat_', 'shpca_', 'shppa_', 'shpss_', 'hf_', 'hvb.', 'hvs.', 'hvr.', ':aa', 'age-secret-key-1',
  // Of the Chinese words for passwords, tokens and keys.
  '密', '口', '令',
].map((hint) => Buffer.from(hint).toString('latin1'))
const width = 256
/** Instead of a next state: a hint has come to its end. */
const found = -1

/** For each state (times 256) and byte of UTF-8 the next state. Capital letters are as small ones. Aho and Corasick, Efficient String Matching, 1975. */
const table = ((): Int32Array => {
  const prefixes = [...new Set(hints.flatMap((hint) => Array.from({ length: hint.length }, (_, i) => hint.slice(0, i))))].toSorted((a, b) => a.length - b.length)
  const states = new Map(prefixes.map((prefix, i) => [prefix, i * width]))
  const ends = new Set(hints)
  const next = new Int32Array(prefixes.length * width)
  for (const [prefix, state] of states) {
    for (let byte = 0; byte < width; byte++) {
      const letter = byte >= 65 && byte <= 90 ? byte + 32 : byte
      const read = prefix + String.fromCharCode(letter)
      const tails = Array.from({ length: read.length + 1 }, (_, i) => read.slice(i))
      next[state + byte] = tails.some((tail) => ends.has(tail)) ? found : states.get(tails.find((tail) => states.has(tail))!)!
    }
  }
  return next
})()

/** Bytes are walked through several times as quickly as a text that was put together out of others. */
const room = Buffer.alloc(64 * 1024)

/** Whether there may be a credential in a text. Where there is none, `masked` leaves it as it is. O(length). */
export const mayHoldSecret = (text: string): boolean => {
  const bytes = 3 * text.length <= room.length ? room : Buffer.from(text)
  const length = bytes === room ? room.write(text) : bytes.length
  let state = 0
  for (let i = 0; i < length; i++) {
    state = table[state + bytes[i]!]!
    if (state === found) return true
  }
  return text.includes('://') && text.includes('@')
}
