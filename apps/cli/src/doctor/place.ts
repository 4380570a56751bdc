import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { lastBackup } from '@heng/operations/reads'
import { createTransport } from 'nodemailer'
import { baseUrl } from '../call/http.ts'
import type { Installation } from '../installation.ts'
import type { Setting } from '../io.ts'
import { fill, sizeText } from '../texts.ts'
import { failed, ok, warning, type Finding } from './finding.ts'

export const checkNode = async ({ t }: Setting): Promise<Finding[]> => {
  const { version } = process
  return [Number(/^v(\d+)/.exec(version)?.[1]) >= 24 ? ok(fill(t.doctor.node, { version })) : failed(fill(t.doctor.nodeOld, { version }))]
}

const scarce = 1_000_000_000

export const checkData = async ({ t }: Setting, { dataDir: dir }: Installation): Promise<Finding[]> => {
  if (!existsSync(dir)) return [warning(fill(t.doctor.dataNone, { dir }))]
  try {
    accessSync(dir, constants.W_OK)
  } catch {
    return [failed(fill(t.doctor.dataReadOnly, { dir }))]
  }
  const { bavail, bsize } = statfsSync(dir)
  const words = { dir, free: sizeText(bavail * bsize) }
  return [bavail * bsize < scarce ? failed(fill(t.doctor.dataFull, words)) : ok(fill(t.doctor.data, words))]
}

export const checkServer = async (setting: Setting): Promise<Finding[]> => {
  const url = baseUrl(setting)
  const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then((response) => response.ok, () => false)
  return [ready ? ok(fill(setting.t.doctor.server, { url })) : warning(fill(setting.t.doctor.serverNone, { url }))]
}

export const checkMail = async ({ io, t }: Setting): Promise<Finding[]> => {
  const url = io.env['SMTP_URL']
  if (!url) return [warning(t.doctor.mailNone)]
  const server = URL.canParse(url) ? new URL(url).host : '?'
  const transport = createTransport({ url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 } as never)
  try {
    await transport.verify()
    return [ok(fill(t.doctor.mail, { server }))]
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    return [failed(fill(t.doctor.mailFailed, { server, code: responseCode ?? code ?? '?' }))]
  } finally {
    transport.close()
  }
}

export const checkBackup = async ({ t }: Setting, { dataDir, exists }: Installation): Promise<Finding[]> => {
  if (!exists) return []
  const last = await lastBackup(dataDir)
  if (last === null) return [warning(t.doctor.backupNone)]
  const days = Math.floor((Date.now() - Date.parse(last.at)) / 86_400_000)
  if (days > 7) return [warning(fill(t.doctor.backupOld, { days, file: last.file }))]
  return [ok(fill(t.doctor.backup, { at: last.at, size: sizeText(last.bytes), file: last.file }))]
}
