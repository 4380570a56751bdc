import { locales, operation } from '@heng/contract'
import { z } from 'zod'

export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/)
export const timezone = z.string().max(60).refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, { error: 'timezone' })

export const riskMethods = ['gbt20984-2022', 'gbt20984-matrix', 'gbt20984-multiply', 'iso27005-5x5', 'nist800-30'] as const

export const organisationInput = z.object({
  name: z.string().trim().min(1).max(200),
  slug,
  locale: z.enum(locales),
  timezone,
  currency: z.string().regex(/^[A-Z]{3}$/),
  riskMethod: z.enum(riskMethods),
})

/** Length is what counts (NIST SP 800-63B-4, ASVS 5.0 6.2.1); common and guessable ones are refused by the server. */
export const password = z.string().min(12).max(128)

/** One-time token that the server printed on its console. */
const token = z.string().max(200)
export const ownerInput = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  password,
  /** In a small company the same person also belongs to top management; both roles are then given at set-up. */
  topManagement: z.boolean(),
})

export const setup = {
  status: operation({
    id: 'setup.status', method: 'GET', path: '/setup', scope: 'platform', permission: 'public',
    summary: { en: 'Whether this installation still waits for its owner', 'zh-CN': '系统是否尚待初始化' },
    input: z.object({}), output: z.object({ open: z.boolean() }),
  }),
  check: operation({
    id: 'setup.check', method: 'POST', path: '/setup/check', scope: 'platform', permission: 'public',
    summary: { en: 'Check token and owner before anything is created', 'zh-CN': '创建前校验口令和首个账号' },
    input: z.object({ token, owner: ownerInput }), output: z.object({}),
  }),
  create: operation({
    id: 'setup.create', method: 'POST', path: '/setup', scope: 'platform', permission: 'public',
    summary: { en: 'Create the owner and the first organisation', 'zh-CN': '创建首个账号和首个组织' },
    input: z.object({
      token,
      owner: ownerInput,
      organisation: organisationInput,
    }),
    output: z.object({ slug: z.string() }),
  }),
}
