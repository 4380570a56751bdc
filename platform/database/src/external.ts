import { Client } from 'pg'
import { DatabaseError, errorCode, errorText } from './errors.ts'
import type { BothLanguages } from './errors.ts'
import type { RunningDatabase } from './embedded/start.ts'

const OLDEST = 170_000
const CONNECT_LIMIT_MS = 10_000

/**
 * Checks a PostgreSQL given by DATABASE_URL: reachable, version 17 or newer, UTF-8, ICU collation for Chinese, and the right to
 * create the role `heng_app`. `stop` does nothing. Locks are held per session: a pooler in transaction mode does not fit.
 * @throws DatabaseError naming host and port, never the password
 */
export async function connectExternal(databaseUrl: string): Promise<RunningDatabase> {
  const client = openClient(databaseUrl)
  const place = `${client.host}:${client.port}/${client.database ?? ''}`
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    throw refusal(error, place, client.user ?? '')
  }
  try {
    const { rows } = await client.query<Facts>(FACTS)
    const facts = rows[0]
    if (facts === undefined) throw new Error('the server answered nothing')
    checkFacts(facts, place)
    return { url: databaseUrl, version: facts.version, adopted: true, stop: async () => 'left-running' }
  } finally {
    await client.end()
  }
}

interface Facts {
  version: string
  number: number
  account: string
  encoding: string
  chinese: boolean
  creates: boolean
}

const FACTS = `
  select current_setting('server_version') as version, current_setting('server_version_num')::int as number, current_user as account,
         current_setting('server_encoding') as encoding,
         exists (select from pg_collation where collname = 'zh-x-icu') as chinese,
         (select rolsuper or rolcreaterole or pg_has_role(current_user, 'pg_database_owner', 'usage')
                 and exists (select from pg_roles where rolname = 'heng_app')
            from pg_roles where rolname = current_user) as creates`

function openClient(databaseUrl: string): Client {
  try {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw new Error('not a postgres URL')
    return new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS, application_name: 'heng' })
  } catch {
    // The cause may quote the URL and with it the password: it is dropped.
    throw new DatabaseError('url-invalid', {
      en: 'DATABASE_URL is not a database address; it looks like postgresql://user:password@host:5432/database (special characters in the password as %xx).',
      zh: 'DATABASE_URL 不是有效的数据库地址；格式为 postgresql://用户:密码@主机:5432/数据库（密码中的特殊字符写作 %xx）。',
    })
  }
}

function checkFacts(facts: Facts, place: string): void {
  if (facts.number < OLDEST) {
    throw new DatabaseError('too-old', {
      en: `The database ${place} is PostgreSQL ${facts.version}; Heng needs 17 or newer.`,
      zh: `数据库 ${place} 为 PostgreSQL ${facts.version}；Heng 需要 17 或更高版本。`,
    })
  }
  if (facts.encoding !== 'UTF8' || !facts.chinese) {
    throw new DatabaseError('rights-missing', {
      en: `The database ${place} has encoding ${facts.encoding} and ${facts.chinese ? 'the' : 'no'} collation zh-x-icu; Heng needs UTF8 and a PostgreSQL built with ICU.`,
      zh: `数据库 ${place} 编码为 ${facts.encoding}，${facts.chinese ? '有' : '无'} zh-x-icu 排序规则；Heng 需要 UTF8 以及带 ICU 的 PostgreSQL。`,
    })
  }
  if (!facts.creates) {
    throw new DatabaseError('rights-missing', {
      en: `The account "${facts.account}" of the database ${place} may not create roles: run "alter role ${facts.account} createrole" there as an administrator.`,
      zh: `数据库 ${place} 的账户 "${facts.account}" 无权创建角色：请由管理员执行 "alter role ${facts.account} createrole"。`,
    })
  }
}

function refusal(error: unknown, place: string, user: string): DatabaseError {
  const code = errorCode(error)
  const reasons: Record<string, BothLanguages> = {
    ENOTFOUND: { en: 'there is no such host', zh: '主机不存在' },
    EAI_AGAIN: { en: 'the name of the host cannot be resolved now', zh: '目前无法解析主机名' },
    ECONNREFUSED: { en: 'nothing listens there', zh: '该地址无服务监听' },
    ENOENT: { en: 'there is no such socket', zh: '套接字不存在' },
    ETIMEDOUT: { en: 'no answer in time', zh: '超时未响应' },
    EHOSTUNREACH: { en: 'there is no route to the host', zh: '无法到达主机' },
    ENETUNREACH: { en: 'there is no route to the network', zh: '无法到达网络' },
    '28P01': { en: `wrong password for "${user}"`, zh: `用户 "${user}" 的密码错误` },
    '28000': { en: `"${user}" is not let in (pg_hba.conf, TLS)`, zh: `用户 "${user}" 不被允许登录（pg_hba.conf、TLS）` },
    '3D000': { en: 'this database does not exist, create it first', zh: '数据库不存在，请先创建' },
    '53300': { en: 'it has no connection left', zh: '连接数已满' },
    '57P03': { en: 'it is starting or stopping', zh: '正在启动或停止' },
  }
  const said = errorText(error)
  const reason = reasons[code] ?? (/timeout/i.test(said) ? reasons['ETIMEDOUT'] : undefined) ?? { en: said || code, zh: said || code }
  return new DatabaseError('unreachable', {
    en: `Cannot use the database ${place}: ${reason.en} (DATABASE_URL).`,
    zh: `无法使用数据库 ${place}：${reason.zh}（DATABASE_URL）。`,
  })
}
