import { locales, operation } from '@heng/contract'
import { z } from 'zod'
import { password, timezone } from './setup.ts'

export const account = {
  preferences: operation({
    id: 'account.preferences', method: 'PATCH', path: '/me', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Change my name or language', 'zh-CN': '修改本人姓名或语言' },
    input: z.object({ name: z.string().trim().min(1).max(200).optional(), locale: z.enum(locales).optional() }),
    output: z.object({}),
  }),
  sessions: operation({
    id: 'account.sessions', method: 'GET', path: '/me/sessions', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Where I am signed in', 'zh-CN': '本人登录会话' },
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ id: z.string(), current: z.boolean(), ip: z.string().nullable(), userAgent: z.string().nullable(), createdAt: z.string(), expiresAt: z.string() })),
    }),
  }),
  revokeSession: operation({
    id: 'account.revokeSession', method: 'DELETE', path: '/me/sessions/{id}', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Sign one of my sessions out', 'zh-CN': '退出本人某一会话' },
    input: z.object({ id: z.string().max(100) }), output: z.object({}),
  }),
  revokeOtherSessions: operation({
    id: 'account.revokeOtherSessions', method: 'POST', path: '/me/sessions/revoke-others', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Sign all my other sessions out', 'zh-CN': '退出本人的其他全部会话' },
    input: z.object({}), output: z.object({ ended: z.int() }),
  }),
  changePassword: operation({
    id: 'account.changePassword', method: 'POST', path: '/me/password', scope: 'platform', permission: 'signedIn',
    summary: { en: 'Change my password and sign my other sessions out', 'zh-CN': '修改本人密码并退出其他会话' },
    input: z.object({ current: z.string().max(128), password }), output: z.object({}),
  }),
}

export const invitation = {
  create: operation({
    id: 'invitation.create', method: 'POST', path: '/people/{id}/invitation', permission: 'account:write',
    summary: { en: 'Invite a person to sign in', 'zh-CN': '邀请人员开通账号' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      /** To be handed over when no mail server is configured; shown once. */
      url: z.string(), expiresAt: z.iso.datetime(), mailed: z.boolean(),
    }),
  }),
  get: operation({
    id: 'invitation.get', method: 'GET', path: '/invitations/{token}', scope: 'platform', permission: 'public',
    summary: { en: 'What an invitation is for', 'zh-CN': '查看邀请' },
    input: z.object({ token: z.string().max(100) }),
    output: z.object({ organisation: z.string(), slug: z.string(), name: z.string(), email: z.string(), hasAccount: z.boolean() }),
  }),
  accept: operation({
    id: 'invitation.accept', method: 'POST', path: '/invitations/{token}/accept', scope: 'platform', permission: 'public',
    summary: { en: 'Accept an invitation', 'zh-CN': '接受邀请' },
    input: z.object({ token: z.string().max(100), password }),
    output: z.object({ slug: z.string(), email: z.string() }),
  }),
}

export const membership = {
  disable: operation({
    id: 'membership.disable', method: 'POST', path: '/people/{id}/disable-account', permission: 'account:write',
    summary: { en: 'Take a person’s access away, at once', 'zh-CN': '停用账号，立即生效' },
    input: z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(2_000) }), output: z.object({}),
  }),
  enable: operation({
    id: 'membership.enable', method: 'POST', path: '/people/{id}/enable-account', permission: 'account:write',
    summary: { en: 'Give a disabled account back', 'zh-CN': '恢复账号' },
    input: z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(2_000) }), output: z.object({}),
  }),
}

export const organisation = {
  get: operation({
    id: 'organisation.get', method: 'GET', path: '/settings', permission: 'organisation:read',
    summary: { en: 'Name, language, time zone, currency of the organisation', 'zh-CN': '组织基本设置' },
    input: z.object({}),
    output: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), locale: z.enum(locales), timezone: z.string(), currency: z.string(), settings: z.record(z.string(), z.unknown()) }),
  }),
  update: operation({
    id: 'organisation.update', method: 'PATCH', path: '/settings', permission: 'organisation:write',
    summary: { en: 'Change the settings of the organisation', 'zh-CN': '修改组织基本设置' },
    input: z.object({ name: z.string().trim().min(1).max(200).optional(), locale: z.enum(locales).optional(), timezone: timezone.optional() }),
    output: z.object({}),
  }),
}
