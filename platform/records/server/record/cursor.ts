import { HengError } from '@heng/contract'

/** Cursor of a list that is ordered by a growing number: that number, opaque to callers. */
export const encodeSeq = (seq: number): string => Buffer.from(`s${seq}`).toString('base64url')

/** Throws 400 `badCursor` for anything that `encodeSeq` did not make. */
export const decodeSeq = (cursor: string | undefined): number | null => {
  if (cursor === undefined) return null
  const seq = /^s(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (seq === undefined) throw new HengError('badCursor', { status: 400 })
  return Number(seq)
}
