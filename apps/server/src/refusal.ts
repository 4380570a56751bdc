import { DatabaseError } from '@heng/database'

interface SystemError {
  readonly code?: string
  readonly port?: number
  readonly address?: string
  readonly path?: string
}
type Line = (error: SystemError) => readonly [en: string, zh: string]

const place = ({ path }: SystemError): string => path ?? 'HENG_DATA'
const denied: Line = (error) => [
  `Cannot write ${place(error)}: this account may not. Give it the folder, or name another one in HENG_DATA`, `当前账户无法写入 ${place(error)}：请授予该文件夹的写入权限，或用 HENG_DATA 另选`,
]
const lines: Readonly<Record<string, Line>> = {
  EADDRINUSE: ({ port }) => [`Port ${port} is taken; choose another with PORT=…`, `端口 ${port} 已被占用，请用 PORT=… 另选`],
  EADDRNOTAVAIL: ({ address }) => [`This machine has no address ${address}; choose another with HOST=…`, `本机没有地址 ${address}，请用 HOST=… 另选`],
  ENOTFOUND: () => ['The host in HOST is not known', '无法解析 HOST 指定的主机名'],
  EACCES: (error) => error.port === undefined ? denied(error) : [
    `This account may not listen on port ${error.port}; choose one above 1023 with PORT=…`, `当前账户无权监听端口 ${error.port}，请用 PORT=… 选择 1023 以上的端口`,
  ],
  EPERM: denied,
  EROFS: denied,
  ENOSPC: (error) => [`The disk of ${place(error)} is full; free some space and start again`, `${place(error)} 所在磁盘已满，请释放空间后重新启动`],
  EDQUOT: (error) => [`The quota for ${place(error)} is used up; free some space and start again`, `${place(error)} 的磁盘配额已用尽，请释放空间后重新启动`],
  // SQLSTATE of PostgreSQL: disk full, too many connections.
  53100: () => ['The disk of the database is full; free some space and start again', '数据库所在磁盘已满，请释放空间后重新启动'],
  53300: () => ['The database has no free connection; raise max_connections or end others', '数据库连接数已满，请增大 max_connections 或结束其他连接'],
}

/** Why the start was refused, in one line of both languages, for whoever reads the console. */
export const refusalLine = (error: unknown): string => {
  if (error instanceof DatabaseError) return `${error.message} · ${error.zh}`
  const line = lines[(error as SystemError | null)?.code ?? '']
  if (line !== undefined) return line(error as SystemError).join(' · ')
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!
}
