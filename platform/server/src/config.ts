import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

const boolish = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((v) => ['true', '1', 'yes'].includes(v))

const program = z.string().refine(isAbsolute, { error: 'an absolute path · 须为绝对路径' }).optional()

const environment = z.object({
  HENG_DATA: z.string().default('./data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  HOST: z.string().default('127.0.0.1'),
  /** Address that people open; needed behind a proxy (mail links, passkeys, cookies). */
  HENG_URL: z.url().optional(),
  /** Any PostgreSQL ≥ 17; without it the embedded one runs in the data folder. */
  DATABASE_URL: z.string().optional(),
  HENG_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  HENG_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HENG_TRUST_PROXY: boolish.default(false),
  SMTP_URL: z.string().optional(),
  /** Folder below which each organisation has one, by its slug, from which reports of scanners are taken in. */
  HENG_SCAN_FOLDER: z.string().optional(),
  /** Scanners that the server runs itself; without a path they are looked for where administrators install programs. */
  HENG_NMAP: program,
  HENG_LYNIS: program,
  HENG_OSCAP: program,
  /** Below it lies the content that OpenSCAP may evaluate. */
  HENG_SCAP_FOLDER: program.unwrap().default('/usr/share/xml/scap/ssg/content'),
  /** Longest run of one such program, in seconds. */
  HENG_SCAN_SECONDS: z.coerce.number().int().min(1).max(604_800).default(43_200),
  /** Largest file that may be uploaded, in bytes. */
  HENG_MAX_FILE: z.coerce.number().int().min(1).max(20_000_000_000).default(200_000_000),
  MAIL_FROM: z.string().default('Heng <heng@localhost>'),
})

export interface Config {
  readonly dataDir: string
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly databaseUrl: string | undefined
  readonly role: 'all' | 'web' | 'worker'
  readonly logLevel: string
  readonly trustProxy: boolean
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Bytes. */
  readonly maxFile: number
  readonly scanFolder: string | undefined
  /** Absolute paths of those that are configured. */
  readonly programs: Readonly<Partial<Record<'nmap' | 'lynis' | 'oscap', string>>>
  readonly scapFolder: string
  readonly scanSeconds: number
}

/** Reads the environment; a value that does not fit is named in one line, and nothing starts. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
    throw new Error(`Configuration does not fit · 配置有误: ${wrong}`)
  }
  const e = parsed.data
  return {
    dataDir: resolve(e.HENG_DATA),
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.HENG_URL,
    databaseUrl: e.DATABASE_URL,
    role: e.HENG_ROLE,
    logLevel: e.HENG_LOG,
    trustProxy: e.HENG_TRUST_PROXY,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    maxFile: e.HENG_MAX_FILE,
    scanFolder: e.HENG_SCAN_FOLDER === undefined ? undefined : resolve(e.HENG_SCAN_FOLDER),
    programs: {
      ...(e.HENG_NMAP === undefined ? {} : { nmap: e.HENG_NMAP }), ...(e.HENG_LYNIS === undefined ? {} : { lynis: e.HENG_LYNIS }), ...(e.HENG_OSCAP === undefined ? {} : { oscap: e.HENG_OSCAP }),
    },
    scapFolder: e.HENG_SCAP_FOLDER,
    scanSeconds: e.HENG_SCAN_SECONDS,
  }
}
