import { operation } from '@heng/contract'
import { z } from 'zod'
import { password } from './setup.ts'

const token = z.string().max(100)

export const passwordReset = {
  status: operation({
    id: 'passwordReset.status', method: 'GET', path: '/password-reset', scope: 'platform', permission: 'public',
    summary: { en: 'Whether a forgotten password can be reset by mail', 'zh-CN': '是否可通过邮件重置密码' },
    input: z.object({}), output: z.object({ byMail: z.boolean() }),
  }),
  request: operation({
    id: 'passwordReset.request', method: 'POST', path: '/password-reset', scope: 'platform', permission: 'public',
    summary: { en: 'Ask for a link to reset a forgotten password', 'zh-CN': '申请重置密码的链接' },
    input: z.object({ email: z.email().max(254) }), output: z.object({}),
  }),
  get: operation({
    id: 'passwordReset.get', method: 'GET', path: '/password-reset/{token}', scope: 'platform', permission: 'public',
    summary: { en: 'Whose password a link resets', 'zh-CN': '查看重置链接对应的账号' },
    input: z.object({ token }), output: z.object({ email: z.string() }),
  }),
  use: operation({
    id: 'passwordReset.use', method: 'POST', path: '/password-reset/{token}', scope: 'platform', permission: 'public',
    summary: { en: 'Set a new password by a link', 'zh-CN': '通过链接设置新密码' },
    input: z.object({ token, password }), output: z.object({ email: z.string() }),
  }),
  create: operation({
    id: 'passwordReset.create', method: 'POST', path: '/people/{id}/password-reset', permission: 'account:write',
    summary: { en: 'Let a person set a new password', 'zh-CN': '为人员重置密码' },
    input: z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(2_000) }),
    output: z.object({
      /** To be handed over when no mail server is configured; shown once. Null when it was mailed. */
      url: z.string().nullable(), expiresAt: z.iso.datetime(), mailed: z.boolean(),
    }),
  }),
}

/** Longest life of a token, in days. */
export const tokenDays = 366

export const apiToken = {
  list: operation({
    id: 'apiToken.list', method: 'GET', path: '/me/api-tokens', scope: 'platform', permission: 'signedIn',
    summary: { en: 'My API tokens', 'zh-CN': '本人的 API 令牌' },
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({
        id: z.uuid(), name: z.string(), ending: z.string(), createdAt: z.string(), expiresAt: z.string(), lastUsedAt: z.string().nullable(), lastIp: z.string().nullable(),
      })),
    }),
  }),
  create: operation({
    id: 'apiToken.create', method: 'POST', path: '/me/api-tokens', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Make an API token for programs and the command line', 'zh-CN': '创建供程序和命令行使用的 API 令牌' },
    input: z.object({ name: z.string().trim().min(1).max(80), days: z.int().min(1).max(tokenDays), password: z.string().max(128) }),
    output: z.object({ id: z.uuid(), token: z.string(), expiresAt: z.string() }),
  }),
  revoke: operation({
    id: 'apiToken.revoke', method: 'DELETE', path: '/me/api-tokens/{id}', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Revoke one of my API tokens', 'zh-CN': '吊销本人的 API 令牌' },
    input: z.object({ id: z.uuid() }), output: z.object({}),
  }),
}
