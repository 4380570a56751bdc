import { operation } from '@heng/contract'
import { z } from 'zod'
import { actor, recordRef } from './record.ts'

/** A stored file: its content never changes; `type` comes from its bytes, never from its name. */
export const fileRow = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  type: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FileRow = z.output<typeof fileRow>

export const attachmentRow = z.object({
  id: z.uuid(),
  file: fileRow,
  description: z.string().nullable(),
  /** The day that the evidence speaks about, apart from the day it was uploaded. */
  effectiveOn: z.iso.date().nullable(),
  addedAt: z.iso.datetime(),
  addedBy: actor,
  removedAt: z.iso.datetime().nullable(),
  removedBy: z.string().nullable(),
  allowed: z.array(z.enum(['download', 'remove'])),
})
export type AttachmentRow = z.output<typeof attachmentRow>

export const attachment = {
  list: operation({
    id: 'attachment.list', method: 'GET', path: '/records/{noun}/{recordId}/attachments', permission: 'signedIn',
    summary: { en: 'Files of a record', 'zh-CN': '记录的附件' },
    input: z.object({ ...recordRef, removed: z.boolean().optional() }),
    output: z.object({ items: z.array(attachmentRow), mayAdd: z.boolean(), maxBytes: z.int() }),
  }),
  add: operation({
    id: 'attachment.add', method: 'POST', path: '/records/{noun}/{recordId}/attachments', permission: 'file:write',
    summary: { en: 'Attach an uploaded file to a record', 'zh-CN': '将已上传的文件附到记录' },
    input: z.object({
      ...recordRef,
      fileId: z.uuid(),
      description: z.string().trim().min(1).max(2_000).nullable().optional(),
      effectiveOn: z.iso.date().nullable().optional(),
    }),
    output: attachmentRow,
  }),
  remove: operation({
    id: 'attachment.remove', method: 'POST', path: '/attachments/{id}/remove', permission: 'file:write',
    summary: { en: 'Take a file off a record; the file itself is kept', 'zh-CN': '从记录移除附件（文件本身保留）' },
    input: z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(2_000).optional() }),
    output: attachmentRow,
  }),
}
