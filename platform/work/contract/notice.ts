import { operation } from '@heng/contract'
import { z } from 'zod'

/** What a notice tells: new work, late work, a mention in a comment, a decision on one's request, anything else. */
export const noticeKinds = ['assigned', 'overdue', 'mention', 'decision', 'information'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const mailChoices = ['immediate', 'daily', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]

export interface Preference {
  readonly inApp: boolean
  readonly mail: MailChoice
}

/** What holds until a person chooses otherwise: what others wait for comes at once, the rest once a day. */
export const defaultPreferences: Readonly<Record<NoticeKind, Preference>> = {
  assigned: { inApp: true, mail: 'daily' },
  overdue: { inApp: true, mail: 'daily' },
  mention: { inApp: true, mail: 'immediate' },
  decision: { inApp: true, mail: 'immediate' },
  information: { inApp: true, mail: 'daily' },
}

export const noticeRow = z.object({
  id: z.uuid(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  body: z.string().nullable(),
  /** Page below `/o/{org}/`. */
  link: z.string().nullable(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type NoticeRow = z.output<typeof noticeRow>

const preference = z.object({ kind: z.enum(noticeKinds), inApp: z.boolean(), mail: z.enum(mailChoices) })

export const notice = {
  list: operation({
    id: 'notice.list', method: 'GET', path: '/notices', permission: 'signedIn',
    summary: { en: 'My notices, the latest first', 'zh-CN': '本人消息，最新在前' },
    input: z.object({ unread: z.boolean().optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).optional() }),
    output: z.object({ items: z.array(noticeRow), next: z.string().nullable(), unread: z.int() }),
  }),
  unreadCount: operation({
    id: 'notice.unreadCount', method: 'GET', path: '/notices/unread', permission: 'signedIn',
    summary: { en: 'How many of my notices are unread', 'zh-CN': '本人未读消息数量' },
    input: z.object({}), output: z.object({ unread: z.int() }),
  }),
  markRead: operation({
    id: 'notice.markRead', method: 'POST', path: '/notices/read', permission: 'signedIn',
    summary: { en: 'Mark notices as read', 'zh-CN': '将消息标为已读' },
    input: z.object({ ids: z.array(z.uuid()).min(1).max(200) }), output: z.object({ unread: z.int() }),
  }),
  markAllRead: operation({
    id: 'notice.markAllRead', method: 'POST', path: '/notices/read-all', permission: 'signedIn',
    summary: { en: 'Mark all my notices as read', 'zh-CN': '全部标为已读' },
    input: z.object({}), output: z.object({ unread: z.int() }),
  }),
  preferences: operation({
    id: 'notice.preferences', method: 'GET', path: '/notice-preferences', permission: 'signedIn',
    summary: { en: 'How I am told about what', 'zh-CN': '本人的消息接收方式' },
    input: z.object({}),
    output: z.object({
      /** Whether this installation sends mail at all, and where mine goes; null: no address is on record. */
      mail: z.boolean(), address: z.string().nullable(),
      items: z.array(preference),
    }),
  }),
  setPreferences: operation({
    id: 'notice.setPreferences', method: 'PUT', path: '/notice-preferences', permission: 'signedIn',
    summary: { en: 'Choose how I am told about what', 'zh-CN': '设置本人的消息接收方式' },
    input: z.object({ items: z.array(preference).min(1).max(noticeKinds.length) }), output: z.object({}),
  }),
}
