import { fill, type Locale, type Translation } from '@heng/contract'

const en = {
  about: 'Heng (衡): run an information security management system from the command line.',
  headings: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
  groups: { installation: 'This installation:', account: 'You (or HENG_TOKEN, an API token of your account page):', records: 'Records and operations (on a running Heng, HENG_URL):' },
  help: 'show help',
  version: 'show the version',
  commands: {
    backup: 'write everything into one file: records, accounts, pending tasks, evidence files',
    restore: 'put a backup back into an empty database',
    doctor: 'check whether this installation is in order',
    score: 'compute a risk: heng score <method> name=value … , or - for JSON lines',
    signIn: 'sign in to a running Heng and keep the session',
    signOut: 'end the session',
    operations: 'operations',
  },
  options: {
    file: 'path of the file',
    replace: 'replace an existing file',
    replaceData: 'replace all that this installation holds',
    email: 'your e-mail address',
    code: 'code of the second factor',
    org: 'organisation (its short name in addresses); HENG_ORG',
    json: 'input as a JSON object',
    input: 'file with the input as a JSON object; - reads standard input',
    table: 'print a table instead of JSON',
    all: 'follow all pages',
    required: 'required', allowed: 'allowed', several: 'may be given several times', days: 'YYYY-MM-DD',
  },
  ask: { email: 'E-mail', password: 'Password', code: 'Code of the second factor' },
  done: {
    signedIn: 'Signed in to {url} as {email}.',
    signedOut: 'Signed out of {url}.',
    backup: 'Backup written to {file}: {size}, {tables} tables, {rows} rows, {files} files.',
    backupSecret: 'It holds everything, the key of this installation included: keep it as safe as the installation itself.',
    altered: 'These files no longer have the content they were filed with: {files}',
    restore: 'Restored the backup of {taken} (Heng {version}): {rows} rows, {files} files.',
    restoreSecret: 'The backup carries no key. Copy {secret} from the old data folder, or second factors must be set up anew.',
    progress: 'database: {line}',
  },
  errors: {
    unknownCommand: 'There is no command “{name}”.',
    unknownOption: 'There is no option {name} here.',
    missingArgument: '{name} is missing.',
    optionMissing: '{name} needs a value.',
    excess: 'Too many arguments.',
    notJson: '{where} is not a JSON object.',
    notNumber: '{option} needs a number, not “{value}”.',
    unreadable: 'Cannot read {file}.',
    noOrg: 'Which organisation? Name it with --org or HENG_ORG.',
    needed: '{names}: required.',
    unreachable: 'No Heng answers at {url}.',
    notHeng: '{url} answered, but not as Heng does (HTTP {status}).',
    badUrl: 'HENG_URL is not an address: {url}',
    noSession: 'You are not signed in to {url}.',
    wrongPassword: 'E-mail or password is not correct.',
    wrongCode: 'The code is not correct.',
    tooMany: 'Too many attempts. Wait a minute.',
    exists: '{file} exists already.',
    noData: 'There is no Heng data in {dir}.',
    noFolder: 'The folder of {file} does not exist.',
  },
  hints: {
    help: 'See heng {command} --help.',
    didYouMean: 'Did you mean “{name}”?',
    unreachable: 'Start it with npm start, or name another address in HENG_URL.',
    noSession: 'Sign in first: heng sign-in',
    token: 'HENG_TOKEN is not valid here: expired, revoked, or of another server.',
    exists: 'Choose another name, or replace it with --replace.',
    noData: 'Name the data folder in HENG_DATA, or a database in DATABASE_URL.',
  },
  doctor: {
    ok: 'ok', warning: 'note', failed: 'FAIL',
    node: 'Node.js {version}', nodeOld: 'Node.js {version}; Heng needs 24',
    data: 'data folder {dir}: {free} free', dataNone: 'data folder {dir} does not exist yet; the first start makes it', dataFull: 'data folder {dir}: only {free} free',
    dataReadOnly: 'data folder {dir} cannot be written by this account',
    database: 'database PostgreSQL {version}, {size}', databaseNone: 'no database yet; the first start makes it',
    schema: 'schema up to date ({count} migrations)', schemaBehind: '{count} migrations wait for the next start', schemaNewer: 'the database was migrated by a newer Heng: {name}',
    roles: 'running: {names}', rolesNone: 'no Heng runs on this database',
    server: '{url} is ready', serverNone: '{url} does not answer',
    mail: 'mail server {server} accepts us', mailNone: 'no mail server is configured (SMTP_URL): invitations are handed over by link', mailFailed: 'mail server {server} does not accept us ({code})',
    backup: 'last backup {at}, {size}: {file}', backupNone: 'no backup was ever made: heng backup FILE', backupOld: 'the last backup is {days} days old: {file}',
    jobs: '{failed} jobs failed, {given} queue tasks were given up', jobsNone: 'no failed jobs or tasks',
  },
}

const zhCN: Translation<typeof en> = {
  about: 'Heng（衡）：在命令行运行信息安全管理体系。',
  headings: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  groups: { installation: '本机安装：', account: '登录（或用 HENG_TOKEN 指定“我的账号”中的 API 令牌）：', records: '记录与操作（作用于正在运行的 Heng，HENG_URL）：' },
  help: '显示帮助',
  version: '显示版本',
  commands: {
    backup: '将全部内容写入一个文件：记录、账号、待执行任务、证据文件',
    restore: '将备份恢复到空数据库',
    doctor: '检查本机安装是否正常',
    score: '计算风险：heng score <方法> 名称=值 ……，或用 - 逐行读取 JSON',
    signIn: '登录正在运行的 Heng 并保存会话',
    signOut: '退出登录',
    operations: '操作',
  },
  options: {
    file: '文件路径',
    replace: '覆盖已有文件',
    replaceData: '覆盖本机安装中的全部数据',
    email: '邮箱',
    code: '双因素验证码',
    org: '组织（地址中的简称）；HENG_ORG',
    json: '以 JSON 对象给出输入',
    input: '含 JSON 对象输入的文件；- 表示标准输入',
    table: '以表格而非 JSON 输出',
    all: '依次取完所有页',
    required: '必填', allowed: '可选值', several: '可多次给出', days: 'YYYY-MM-DD',
  },
  ask: { email: '邮箱', password: '密码', code: '双因素验证码' },
  done: {
    signedIn: '已以 {email} 登录 {url}。',
    signedOut: '已退出 {url}。',
    backup: '备份已写入 {file}：{size}，{tables} 张表，{rows} 行，{files} 个文件。',
    backupSecret: '备份包含全部内容及本机安装的密钥，请与系统本身同等保护。',
    altered: '以下文件的内容与归档时不一致：{files}',
    restore: '已恢复 {taken} 的备份（Heng {version}）：{rows} 行，{files} 个文件。',
    restoreSecret: '备份中没有密钥。请将 {secret} 从原数据文件夹复制过来，否则须重新设置双因素验证。',
    progress: '数据库：{line}',
  },
  errors: {
    unknownCommand: '没有命令“{name}”。',
    unknownOption: '此处没有选项 {name}。',
    missingArgument: '缺少 {name}。',
    optionMissing: '{name} 需要一个值。',
    excess: '参数过多。',
    notJson: '{where} 不是 JSON 对象。',
    notNumber: '{option} 应为数字，而不是“{value}”。',
    unreadable: '无法读取 {file}。',
    noOrg: '请用 --org 或 HENG_ORG 指明组织。',
    needed: '{names}：必填。',
    unreachable: '{url} 没有 Heng 响应。',
    notHeng: '{url} 有响应，但不是 Heng（HTTP {status}）。',
    badUrl: 'HENG_URL 不是有效地址：{url}',
    noSession: '您尚未登录 {url}。',
    wrongPassword: '邮箱或密码不正确。',
    wrongCode: '验证码不正确。',
    tooMany: '尝试次数过多，请稍候一分钟。',
    exists: '{file} 已存在。',
    noData: '{dir} 中没有 Heng 数据。',
    noFolder: '{file} 所在文件夹不存在。',
  },
  hints: {
    help: '参见 heng {command} --help。',
    didYouMean: '是否想输入“{name}”？',
    unreachable: '请用 npm start 启动，或在 HENG_URL 中指定其他地址。',
    noSession: '请先登录：heng sign-in',
    token: 'HENG_TOKEN 在此无效：已过期、已吊销或属于其他服务器。',
    exists: '请换一个文件名，或用 --replace 覆盖。',
    noData: '请在 HENG_DATA 中指定数据文件夹，或在 DATABASE_URL 中指定数据库。',
  },
  doctor: {
    ok: '正常', warning: '注意', failed: '异常',
    node: 'Node.js {version}', nodeOld: 'Node.js {version}；Heng 需要 24',
    data: '数据文件夹 {dir}：剩余 {free}', dataNone: '数据文件夹 {dir} 尚不存在，首次启动时创建', dataFull: '数据文件夹 {dir}：仅剩 {free}',
    dataReadOnly: '当前账户无法写入数据文件夹 {dir}',
    database: '数据库 PostgreSQL {version}，{size}', databaseNone: '尚无数据库，首次启动时创建',
    schema: '数据库结构为最新（{count} 项迁移）', schemaBehind: '有 {count} 项迁移将在下次启动时执行', schemaNewer: '数据库已由更新版本的 Heng 迁移：{name}',
    roles: '正在运行：{names}', rolesNone: '此数据库上没有 Heng 在运行',
    server: '{url} 可用', serverNone: '{url} 没有响应',
    mail: '邮件服务器 {server} 连接正常', mailNone: '尚未配置邮件服务器（SMTP_URL），邀请须以链接方式转交', mailFailed: '邮件服务器 {server} 拒绝连接（{code}）',
    backup: '最近备份 {at}，{size}：{file}', backupNone: '从未备份：heng backup 文件', backupOld: '最近备份已过去 {days} 天：{file}',
    jobs: '{failed} 项作业失败，{given} 项队列任务已放弃', jobsNone: '没有失败的作业或任务',
  },
}

export type Texts = typeof en
const texts: Readonly<Record<Locale, Texts>> = { en, 'zh-CN': zhCN as Texts }
export const textsIn = (locale: Locale): Texts => texts[locale]

/** The language of the terminal: the first of HENG_LANG, LC_ALL, LC_MESSAGES, LANG that is set; Chinese if it says so, else English. */
export const localeOf = (env: Readonly<Record<string, string | undefined>>): Locale => {
  const said = [env['HENG_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((v) => v !== undefined && v !== '')
  return /^zh/i.test(said ?? '') ? 'zh-CN' : 'en'
}

/** `1.2 MB` of bytes, in powers of 1,000. */
export const sizeText = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${step === 0 ? bytes : (bytes / 1_000 ** step).toFixed(1)} ${units[step]}`
}

export { fill }
