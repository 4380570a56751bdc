import { attachment } from './attachment.ts'
import { comment } from './comment.ts'
import { history } from './history.ts'
import { past } from './past.ts'
import { related } from './related.ts'
import { search } from './search.ts'
import { view } from './view.ts'

export { fileRow, type AttachmentRow, type FileRow } from './attachment.ts'
export { editMinutes, mentionPattern, mentionsOf, type CommentRow } from './comment.ts'
export { type FieldChange, type HistoryEntry } from './history.ts'
export { type RecordChange } from './past.ts'
export { relatedCap, relatedShown, type RelatedGroup } from './related.ts'
export { type FoundRecord, type Matches } from './search.ts'
export { type ViewRow } from './view.ts'

export const records = { history, comment, attachment, related, view, search, past }
