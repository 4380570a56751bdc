/** The same in both languages, the shape of `Text` in `@heng/contract`. */
export interface Text {
  readonly en: string
  readonly 'zh-CN': string
}

export type ProbeErrorCode = 'notInstalled' | 'timeout' | 'tooMuchOutput' | 'failed' | 'cancelled' | 'noReport' | 'invalid'

/** Why a program was not run, or ended otherwise than wanted; the message is the English text. */
export class ProbeError extends Error {
  readonly code: ProbeErrorCode
  readonly text: Text
  /** Only with `failed`: null when a signal ended the program. */
  readonly exitCode: number | null | undefined

  constructor(code: ProbeErrorCode, text: Text, exitCode?: number | null) {
    super(text.en)
    this.name = 'ProbeError'
    this.code = code
    this.text = text
    this.exitCode = exitCode
  }
}

/** Without control characters (of terminals, too), and cut: for what others wrote into a text of ours. */
export const shown = (text: string, most = 80): string => {
  const plain = text.replaceAll(/\p{Cc}\[[\d;]*[A-Za-z]/gu, '').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}')
  return plain.length > most ? `${plain.slice(0, most)}…` : plain
}

export const notInstalled = (program: string): ProbeError =>
  new ProbeError('notInstalled', { en: `${program} is not installed on this server or may not be run.`, 'zh-CN': `本服务器未安装 ${program}，或无权运行该程序。` })

export const timeout = (program: string, seconds: number): ProbeError =>
  new ProbeError('timeout', {
    en: `${program} was stopped: it ran longer than ${seconds} s. Check fewer targets or allow more time.`,
    'zh-CN': `${program} 运行超过 ${seconds} 秒，已终止。请减少检查目标或延长时限。`,
  })

export const tooMuchOutput = (program: string, bytes: number): ProbeError =>
  new ProbeError('tooMuchOutput', {
    en: `${program} was stopped: it wrote more than ${bytes} bytes. Check fewer targets or ports.`,
    'zh-CN': `${program} 的输出超过 ${bytes} 字节，已终止。请减少检查目标或端口。`,
  })

export const cancelled = (program: string): ProbeError => new ProbeError('cancelled', { en: `${program} was cancelled.`, 'zh-CN': `已取消运行 ${program}。` })

export const noReport = (program: string): ProbeError =>
  new ProbeError('noReport', { en: `${program} ended without the report it was to write.`, 'zh-CN': `${program} 已结束，但未生成应有的报告文件。` })

/** @param said what the program wrote last on stderr; its last three lines are told. */
export const failed = (program: string, exitCode: number | null, signal: string | null, said: string): ProbeError => {
  const lines = said.split('\n').map((line) => shown(line.trim(), 200)).filter((line) => line !== '').slice(-3).join(' / ')
  const [en, zh] = exitCode === null ? [`by signal ${signal}`, `被信号 ${signal} 终止`] : [`with exit code ${exitCode}`, `异常退出，退出码 ${exitCode}`]
  return new ProbeError('failed', { en: `${program} ended ${en}${lines === '' ? '.' : `: ${lines}`}`, 'zh-CN': `${program} ${zh}${lines === '' ? '。' : `：${lines}`}` }, exitCode)
}

export const invalid = (en: string, zh: string): ProbeError => new ProbeError('invalid', { en, 'zh-CN': zh })
