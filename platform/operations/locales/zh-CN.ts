import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pageTexts } from './pages.zh-CN.ts'

export const zhCN = {
  kinds: {
    'outbox.relay': '模块间事件传递', 'job.run': '启动作业', 'mail.send': '邮件发送', 'mail.notices': '消息邮件', 'directory.resetMail': '重置密码邮件',
  },
  errors: {
    'job.ended': '该作业已结束。',
    'job.stopping': '该作业正在停止。',
    'job.notFailed': '只有失败或已停止的作业可以重新运行。',
    'mail.notConfigured': '尚未配置邮件服务器。',
    'mail.noAddress': '您在本组织未登记邮箱。',
  },
  hints: {
    'mail.notConfigured': '请在启动时设置 SMTP_URL=smtp://用户:密码@主机:587 和 MAIL_FROM。',
    'mail.noAddress': '请在人员信息中补充邮箱。',
  },
  ...pageTexts,
} satisfies Translation<typeof en>
