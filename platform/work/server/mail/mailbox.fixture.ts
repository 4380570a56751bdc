import { SMTPServer } from 'smtp-server'

export interface Received {
  readonly to: string
  readonly source: string
}

/** A real SMTP server on a free port that keeps what it is sent. */
export interface Mailbox {
  readonly url: string
  readonly received: Received[]
  /** Answers the next recipients like this instead of accepting them: `451` once, then `550`. */
  readonly answers: number[]
  readonly attempts: () => number
  waitFor: (count: number) => Promise<void>
  close: () => Promise<void>
}

export const openMailbox = async (options: { user?: string; password?: string } = {}): Promise<Mailbox> => {
  const received: Received[] = []
  const answers: number[] = []
  let attempts = 0
  const server = new SMTPServer({
    authOptional: options.user === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.username === options.user && auth.password === options.password ? done(null, { user: auth.username }) : done(new Error('no')),
    onRcptTo: (_address, _session, done) => {
      attempts += 1
      const code = answers.shift()
      done(code === undefined ? null : Object.assign(new Error('the mailbox says no to secret@example.com'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((r) => r.address).join(), source: Buffer.concat(chunks).toString('utf8') })
        done(null)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  const auth = options.user === undefined ? '' : `${options.user}:${options.password}@`
  return {
    url: `smtp://${auth}127.0.0.1:${port}`,
    received,
    answers,
    attempts: () => attempts,
    waitFor: async (count) => {
      const until = Date.now() + 20_000
      while (received.length < count) {
        if (Date.now() > until) throw new Error(`${received.length} mails instead of ${count}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The decoded parts of a mail: headers, plain text and HTML. */
export const readMail = (source: string): { subject: string; text: string; html: string; header: (name: string) => string } => {
  const [head = ''] = source.split('\r\n\r\n', 1)
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => decodeWords(new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '')
  const boundary = /boundary="([^"]+)"/.exec(unfolded)?.[1] ?? ''
  const parts = source.split(`--${boundary}`).slice(1, -1).map((part) => {
    const at = part.indexOf('\r\n\r\n')
    const [meta, body] = [part.slice(0, at), part.slice(at + 4)]
    return { meta, body: decodeBody(body, /content-transfer-encoding: (\S+)/i.exec(meta)?.[1] ?? '7bit') }
  })
  const of = (type: string) => parts.find(({ meta }) => meta.includes(type))?.body ?? ''
  return { subject: header('subject'), text: of('text/plain').replaceAll('\r\n', '\n'), html: of('text/html'), header }
}

const decodeBody = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? fromQuoted(body.replaceAll('=\r\n', '')) : body
}
const fromQuoted = (text: string): string =>
  Buffer.from(text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8')
const decodeWords = (text: string): string =>
  text.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : fromQuoted(word.replaceAll('_', ' ')))
