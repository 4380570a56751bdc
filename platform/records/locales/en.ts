import { pages } from './pages.en.ts'

export const en = {
  pages,
  errors: {
    'file.empty': 'The file is empty.',
    'file.aborted': 'The upload was broken off.',
    'attachment.twice': '“{name}” is attached to this record already.',
    'attachment.removed': 'This file was taken off the record already.',
    'comment.deleted': 'This comment was deleted.',
    'comment.notYours': 'Only the author may do this.',
    'comment.tooLate': 'A comment can be changed for {minutes} minutes; this one stands.',
    'view.share': 'Your roles do not allow sharing views with everybody.',
    'view.name': 'You already have a view called “{name}” here.',
    'field.mention': 'Mentions somebody who is not in this organisation.',
    'field.tooManyMentions': 'Mentions too many people.',
  },
  hints: {
    'comment.tooLate': 'Write another comment, or delete this one.',
    'attachment.twice': 'The same file need not be attached twice; take the old one off first to change its description.',
  },
}
