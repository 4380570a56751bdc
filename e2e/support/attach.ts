import { records } from '@heng/records/contract'
import { caller } from './caller.ts'
import type { Visit } from './stage.ts'

/** Uploads a text file and attaches it to a record, with the session of a visit. */
export const attach = async (visit: Visit, org: string, noun: string, recordId: string, name: string, text: string): Promise<void> => {
  const response = await visit.context.request.put(`/api/v1/orgs/${org}/files?name=${encodeURIComponent(name)}`, {
    data: Buffer.from(text), headers: { 'content-type': 'application/octet-stream' },
  })
  if (!response.ok()) throw new Error(`${response.status()} ${await response.text()}`)
  const { id } = (await response.json()) as { id: string }
  await caller(visit, org)(records.attachment.add, { noun, recordId, fileId: id })
}
