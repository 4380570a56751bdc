import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingOf } from './draft.ts'
import { maskedOf } from './knownSecrets.ts'
import { mayHoldSecret } from './secretHints.ts'
import { isMask, looksRandom } from './secretShapes.ts'
import { masked } from './secrets.ts'

/** Put together here, so that nobody who looks for secrets finds any in this file. */
const joined = (...parts: string[]): string => parts.join('')
const base62 = fc.stringMatching(/^[A-Za-z\d]{40}$/)
const random = 'f3b1c9d27a6e4f0c8b5d9e1a2c3f4b5d'

describe('a credential', () => {
  it.each([
    ['Authorization: Basic dXNlcjpwYXNz\r\nHost: a', 'Authorization: Basic ••••\r\nHost: a'],
    ['proxy-authorization: Digest username="a", response="b"', 'proxy-authorization: Digest ••••'],
    ["curl -H 'Authorization: Bearer abcdefgh' -H 'Cookie: a=b; c=d' https://example.org", "curl -H 'Authorization: Bearer ••••' -H 'Cookie: a=••••; c=••••' https://example.org"],
    ['{"Authorization": ["Bearer x1"], "X-Api-Key": "k1"}', '{"Authorization": ["Bearer ••••"], "X-Api-Key": "••••"}'],
    [`Set-Cookie: id=${random}; Path=/; HttpOnly; Expires=Wed, 21 Oct 2031 07:28:00 GMT`, 'Set-Cookie: id=f3b1…[sha256:99d5f6c2]; Path=/; HttpOnly; Expires=Wed, 21 Oct 2031 07:28:00 GMT'],
    ['X-Auth-Token:abc\nServer: a', 'X-Auth-Token:••••\nServer: a'],
    ['/login?user=a&password=hunter2&x=1#y', '/login?user=a&password=••••&x=1#y'],
    ['next=%2Flogin%3Ftoken%3Dabc%26x%3D1', 'next=%2Flogin%3Ftoken%3D••••%26x%3D1'],
    [`access_token=${random}&x`, 'access_token=f3b1…[sha256:99d5f6c2]&x'],
    [`password=${random}`, 'password=••••'],
    ['{"dbPassword":"hun\\"ter","x":1}', '{"dbPassword":"••••","x":1}'],
    ['{\\"secret\\":\\"hunter2\\",\\"x\\":1}', '{\\"secret\\":\\"••••\\",\\"x\\":1}'],
    ['&quot;token&quot;:&quot;abc&quot;,', '&quot;token&quot;:&quot;••••&quot;,'],
    ['{"password":12345,"x":1}', '{"password":••••,"x":1}'],
    ['<password>hunter2</password><input name="csrf_token" value="abc">', '<password>••••</password><input name="csrf_token" value="••••">'],
    ['name="password"\r\n\r\nhunter2\r\n--x', 'name="password"\r\n\r\n••••\r\n--x'],
    ['Server=a;Password=b;User Id=c', 'Server=a;Password=••••;User Id=c'],
    ['mysql --password hunter2 -u a', 'mysql --password •••• -u a'],
    ['password = hunter2\nmore', 'password = ••••\nmore'],
    ['密码：admin123', '密码：••••'],
    ['postgres://a:b@example.org/x redis://:c@example.org https://a:p/w@example.org', 'postgres://a:••••@example.org/x redis://:••••@example.org https://a:••••@example.org'],
    [joined('key AKIA', 'ABCDEFGHIJKLMNOP', '.'), 'key AKIA…[sha256:457643f4].'],
    [joined('https://ghp', '_', 'b'.repeat(36), '@example.org'), 'https://ghp_…[sha256:218c83c4]@example.org'],
    [joined('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxIn0', '.abcdefghijkl', ' x'), 'eyJ…[HS256,sha256:5d7fd660] x'],
    [joined('-----BEGIN RSA PRIVATE', ' KEY-----\nMIIEabcdefghijklmnopqrstuvwxyz\nabcd==\n-----END RSA PRIVATE KEY-----\nx'), '-----BEGIN RSA PRIVATE KEY-----…[sha256:1c37d7f0]-----END RSA PRIVATE KEY-----\nx'],
    [joined('-----BEGIN PRIVATE', ' KEY-----\\nMIIEabcdefghijklmnopqrstuvwxyz and more'), '-----BEGIN PRIVATE KEY-----…[sha256:371f4f7f] and more'],
  ])('in %j is masked', (text, expected) => {
    expect(masked(text)).toBe(expected)
    expect(mayHoldSecret(text)).toBe(true)
  })

  it.each([
    'The password: must be long enough, and a token is needed.', 'Password policy', 'token_type=bearer', 'jsonwebtoken:0.1.0', 'library/secret:latest', '弱口令：ssh', '密码：长度不少于八位', 'expiring passwords: 1',
    'String password = getPassword();', 'unexpected token: "<"', 'Signature: sha256WithRSAEncryption', '<td>Password:</td>', 'password=****&token=${TOKEN}&secret=', '"password": {"type": "string"}', 'WWW-Authenticate: Basic realm="x"',
    'Access-Control-Allow-Headers: Authorization, Cookie', 'Authorization: Missing checks in several places', 'Set-Cookie: JSESSIONID', 'http://example.org:8080/@a http://example.org/a:b@c mailto:a@example.org', joined('-----BEGIN RSA PRIVATE', ' KEY----- was found'),
    'CVE-2031-10001 3f786850e387550fdab836ed7e6dc881de23001b eyJ.x', 'bypass=1 compass=north',
  ])('is not seen in %j', (text) => {
    expect(masked(text)).toBe(text)
  })

  const bare = fc.stringMatching(/^[A-Za-z\d!@$%^*_+.~-]{8,60}$/).filter((secret) => !isMask(secret) && !/%[\da-f]{2}/i.test(secret))
  const quoted = fc.stringMatching(/^[A-Za-z\d!@$%^*_+.~ ;,&<>()[\]{}=:/-]{8,60}$/).filter((secret) => !isMask(secret) && secret.trim() === secret)
  const places: readonly (readonly [fc.Arbitrary<string>, string, string])[] = [
    [bare, 'GET /?password=', '&b=1'], [bare, 'x-api-key: ', '\nb'], [bare, 'Authorization: Bearer ', '\r\n'], [bare, 'Cookie: a=', '; b'], [bare, 'ftp://u:', '@h/x'], [bare, '<secret>', '</secret>'],
    [quoted, '{"a":"b","api_key":"', '","c":1}'], [quoted, "token = '", "'\n"], [quoted, 'name="password"\r\n\r\n', '\r\n'], [quoted, '"name": "session_id", "value": "', '"}'],
  ]
  it.each(places)('of any kind (%#) leaves nothing behind but what is shown of it, and what stands around it', (kind, before, after) => {
    fc.assert(fc.property(kind, (secret) => {
      const shown = masked(before + secret + after)
      expect(shown.startsWith(before) && shown.endsWith(after)).toBe(true)
      const inside = shown.slice(before.length, shown.length - after.length)
      expect(inside).toMatch(/^(?:••••|[\w-]{0,4}…\[sha256:[\da-f]{8}\])(?: |$)/)
      for (let at = 0; at + 5 <= secret.length; at++) expect(inside).not.toContain(secret.slice(at, at + 5))
    }))
  })

  const words = fc.constantFrom('the', 'password', 'of', 'a token', 'is', 'sent', 'in', 'clear', '.', ',', '\n', '漏洞', 'CVE-2031-10001', 'https://example.org/a?b=c', '(see', 'CWE-79)', '<b>', '100%', '"x"')
  it('is not seen where people only write about them', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 40 }), (some) => {
      expect(masked(some.join(' '))).toBe(some.join(' '))
    }))
  })

  const pieces = fc.oneof(words, bare, base62, fc.string(), fc.constantFrom(
    '=', ':', ' ', '"', "'", '\\', '\\"', ';', '&', '@', '://', '\r\n', '%3D', '%26', '&quot;', '>', '</', '[', 'password=', 'token: ', 'Cookie: ', 'Set-Cookie: a=', 'Authorization: ', 'Basic ', 'Bearer ', 'eyJhbGciOiJub25lIn0', '.', '-----BEGIN PRIVATE KEY-----',
    '-----END', '--token ', 'name="pwd" value="', '…[sha256:', '••••', random, '…[sha256:01234567]',
  ))
  it('that is masked is not changed again', () => {
    fc.assert(fc.property(fc.array(pieces, { maxLength: 12 }), (some) => {
      const text = some.join('')
      const once = masked(text)
      expect(once === text || mayHoldSecret(text)).toBe(true)
      expect(masked(once)).toBe(once)
    }), { numRuns: 2_000 })
  })

  it.each([
    ...[' ', 'a', '='].map((piece) => [piece, 1e7] as const), ...['-', '\\', '"', '\n', '://', '://a:b', '@', '{', '…', 'eyJ', 'eyJ-', 'eyJaaaaaaaaa.', 'password=', 'password="', 'token: ', 'token ', 'cookie: a=', 'authorization: basic ', 'token="\\"', 'token"\n', 'secret=;a', 'password1keykey', 'ghp_', 'sk-a', '-----BEGIN PRIVATE KEY-----', '0a1b2c3d'].map((piece) => [piece, 1e6] as const),
  ])('is looked for in a long text of %j without end', (piece, length) => {
    const long = piece.repeat(Math.ceil(length / piece.length))
    expect(masked(long).length).toBeLessThanOrEqual(long.length * 3)
    expect(maskedOf(['hunter2', random])(long).length).toBeLessThanOrEqual(long.length * 3)
  }, 60_000)
})

describe('what a machine made up', () => {
  it('is told from what people did', () => {
    const [people, machines] = [['correct-horse-battery-staple', 'Summer2031Winter2031Password1', 'P@ssw0rd!P@ssw0rd!P@ssw0rd!', '1'.repeat(40), 'engines/scanners/src/findings', '20310101102030405060'], [random, '8f14e45f-ceea-467f-a8f0-b0b1c2d3e4f5', 'wJ4rX7tUnF3MI9K7Mp2DENGbPx4RfiC1Y3EXAKEq']]
    expect([people.filter(looksRandom), machines.filter(looksRandom)]).toEqual([[], machines])
  })
})

describe('a finding', () => {
  const draft = { title: 'Key hunter2 found', description: 'password=a', solution: 'use hunter2', evidence: `hunter2hunter2 ${random.slice(0, 30)}xyz`, url: 'https://a:b@example.org/hunter2', place: { file: 'a/hunter2.txt' }, references: ['https://example.org/?token=abc'], record: '' }
  it('of a tool that looks for secrets tells none of them, wherever they stand', () => {
    const text = JSON.stringify(findingOf('t', { ...draft, secrets: ['hunter2'] }))
    expect(text).not.toMatch(/hunter2|9d27a6e4|token=abc|a:b@/)
    expect(JSON.parse(text)).toMatchObject({ title: 'Key •••• found', description: 'password=••••', url: 'https://a:••••@example.org/••••', place: { file: 'a/••••.txt' }, evidence: '•••••••• f3b1…[sha256:52d8b778]' })
  })
  it('of any other tool tells what does not look like one', () => {
    expect(findingOf('t', draft)).toMatchObject({ title: draft.title, evidence: draft.evidence, description: 'password=••••', references: ['https://example.org/?token=••••'] })
  })
  it('keeps apart secrets that cannot be guessed, in any number', () => {
    fc.assert(fc.property(fc.uniqueArray(base62.filter(looksRandom), { minLength: 2, maxLength: 20 }), (secrets) => {
      const mask = maskedOf(secrets)
      expect(new Set(secrets.map((secret) => mask(`Secret: ${secret}`))).size).toBe(secrets.length)
    }))
  })
  it('loses a secret of several lines, in parts and as JSON writes it', () => {
    const secret = 'first line of it\nsecond line of it'
    const mask = maskedOf([secret, 'ab', '  ', '-'])
    expect([mask(`a ${secret} b`), mask('x first line of it'), mask(JSON.stringify({ secret })), mask('ab cab about - ab')]).toEqual(['a •••• b', 'x ••••', '{"secret":"••••"}', '•••• cab about - ••••'])
  })
  it('keeps commits and numbers by which the tool knows it', () => {
    const text = 'Commit: 3f786850e387550fdab836ed7e6dc881de23001b\nFingerprint: 3f786850e387550fdab836ed7e6dc881de23001b:a/b.env:generic-api-key:2'
    expect(maskedOf([])(text)).toBe(text)
  })
})
