import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pages } from './pages.zh-CN.ts'

export const zhCN = {
  pages,
  errors: {
    'file.empty': '文件为空。',
    'file.aborted': '上传中断。',
    'attachment.twice': '“{name}”已附在该记录上。',
    'attachment.removed': '该附件此前已被移除。',
    'comment.deleted': '该评论已删除。',
    'comment.notYours': '仅评论人本人可以执行此操作。',
    'comment.tooLate': '评论发表后 {minutes} 分钟内可修改，该评论已不能修改。',
    'view.share': '您的角色无权将视图共享给全体成员。',
    'view.name': '您在此列表已有名为“{name}”的视图。',
    'field.mention': '提及的人员不在本组织。',
    'field.tooManyMentions': '提及的人员过多。',
  },
  hints: {
    'comment.tooLate': '可另发一条评论说明，或删除该评论。',
    'attachment.twice': '同一文件无需重复添加；如需修改说明，请先移除原附件。',
  },
} satisfies Translation<typeof en>
