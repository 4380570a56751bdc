import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayHoldSecret } from './secretHints.ts'
import { masked } from './secrets.ts'

const random = 'Zx81Kq02mB7tY3vLw9Rs4Dp6Hn5Jc0Fg8Ea1Ui2Oo3Pk4Tz'
const names = ['password', 'PASSWD', 'passphrase', 'pwd', 'db_pass', 'token', 'Secret', 'api_key', 'apikey', 'ACCESS-KEY', 'account_key', 'authKey', 'shared-key', 'private_key',
  'session.id', 'sessionid', 'SESSID', 'sid', 'sig', 'signature', 'credential', 'Authorization', 'Cookie: id', 'set-cookie: id', '密码', '口令', '令牌', '密钥']
const upper = random.toUpperCase().replace(/[^A-Z]/g, 'Q')
const keys = [
  ...['AKIA', 'ASIA', 'ABIA', 'ACCA'].map((begin) => begin + upper.slice(0, 16)), `LTAI${random.slice(0, 20)}`, `AKID${random.slice(0, 32)}`, ...['gho', 'ghp', 'ghs', 'ghu',
    'ghr'].map((begin) => `${begin}_${random.slice(0, 36)}`),
  `github_pat_${random}`, ...['pat', 'dt', 'rt', 'cbt', 'ptt', 'ft', 'imt', 'agent', 'oas', 'soat', 'ffct'].map((kind) => `gl${kind}-${random.slice(0, 24)}`),
    `xoxb-${random.slice(0, 24)}`, `xapp-1-${random.slice(0, 24)}`, `AIza${random.slice(0, 35)}`,
  `ya29.${random}`, `GOCSPX-${random.slice(0, 28)}`, `sk_live_${random.slice(0, 24)}`, `rk_test_${random.slice(0, 24)}`, `whsec_${random.slice(0, 32)}`,
    `npm_${random.slice(0, 36)}`, `pypi-AgEI${random}${random}`, `abc8Q~${random.slice(0, 34)}`, `sk-${random}`,
  `SG.${random.slice(0, 22)}.${random.slice(0, 43)}`, ...['doo', 'dop', 'dor'].map((begin) => `${begin}_v1_${'0123456789abcdef'.repeat(4)}`), ...['at', 'ca', 'pa',
    'ss'].map((kind) => `shp${kind}_${'0123456789abcdef'.repeat(2)}`), `hf_${random.slice(0, 34)}`,
  ...['b', 's', 'r'].map((kind) => `hv${kind}.${random.slice(0, 24)}`), `123456789:AA${random.slice(0, 33)}`, `AGE-SECRET-KEY-1${upper.repeat(2).slice(0, 58)}`,
    `https://hooks.slack.com/services/T00/B00/${random.slice(0, 24)}`,
  `https://open.feishu.cn/open-apis/bot/v2/hook/${random.slice(0, 32)}`, `https://example.org/cgi-bin/webhook/send?key=${random.slice(0, 36)}`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${random}`, `-----BEGIN PRIVATE KEY-----\n${random}\n-----END PRIVATE KEY-----`,
  'postgres://someone:hunter2@db.example.org/shop',
]

describe('a hint of a credential', () => {
  it.each([...names.map((name) => `${name}="${random}"`), ...keys])('is in %j, which is masked', (text) => {
    expect(masked(text)).not.toBe(text)
    expect(mayHoldSecret(text)).toBe(true)
    expect(mayHoldSecret(`${'语'.repeat(40_000)} ${text}`)).toBe(true)
  })

  it('is in every text that is masked', () => {
    const piece = fc.oneof(fc.constantFrom(...names, ...keys, '=', ': ', ' : "', '"', '://', '@', ' ', '--', '\n', '：', 'é'), fc.string({ maxLength: 12 }))
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      if (!mayHoldSecret(text)) expect(masked(text)).toBe(text)
    }), { numRuns: 3_000 })
  })

  it('is in no text about a flaw', () => {
    for (const text of ['The remote host is missing an update.\n  Fixed version : 1.2.3', '远程主机缺少安全更新', 'https://nvd.nist.gov/vuln/detail/CVE-2024-3094',
      '']) expect(mayHoldSecret(text)).toBe(false)
  })
})
