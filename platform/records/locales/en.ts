import { pages } from './pages.en.ts'

export const en = {
  pages,
  errors: {
    'file.empty': 'The file is empty.',
    'file.aborted': 'The upload was interrupted.',
    'attachment.twice': '“{name}” is already attached to this record.',
    'attachment.removed': 'This file has already been removed from the record.',
    'comment.deleted': 'This comment was deleted.',
    'comment.notYours': 'Only the author may do this.',
    'comment.tooLate': 'A comment can be edited for {minutes} minutes; this one can no longer be edited.',
    'view.share': 'Your roles do not allow you to share views with everybody.',
    'view.name': 'You already have a view called “{name}” here.',
    'field.mention': 'Mentions somebody who is not in this organisation.',
    'field.tooManyMentions': 'Mentions too many people.',
  },
  hints: {
    'comment.tooLate': 'Write another comment, or delete this one.',
    'attachment.twice': 'The same file need not be attached twice. To change its description, remove the old one first.',
  },
}
