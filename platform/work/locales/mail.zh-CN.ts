import type { Translation } from '@heng/contract'
import type { mailTexts as en } from './mail.en.ts'

export const mailTexts = {
  greeting: '{name}，您好：',
  open: '在 Heng 中查看',
  why: '您是{organisation}在 Heng 中的成员，因此收到本邮件。如需调整接收方式，请访问：{settings}',
  invitation: {
    subject: '{organisation}邀请您使用 Heng',
    text: '{organisation}使用 Heng 管理信息安全，现邀请您加入。请点击下方链接设置密码。',
    expires: '链接仅可使用一次，{days} 天内有效，请勿转发。',
    button: '接受邀请',
    footer: '{organisation}的管理人员登记了您的邮箱，因此您收到本邮件。如非本人预期，请忽略，不会产生任何影响。',
  },
  passwordReset: {
    subject: '重置您的 Heng 密码',
    text: '有人（应为您本人）申请重置您账号的密码。请点击下方链接设置新密码。',
    expires: '链接仅可使用一次，{minutes} 分钟内有效，请勿转发。设置后，您在各处的登录会话将全部退出。',
    button: '设置新密码',
    footer: '如非本人操作，请忽略本邮件，您的密码不会改变。',
  },
  digest: {
    subject: '{organisation}：您的工作（{day}）',
    subjectOverdue: '{organisation}：{count} 项已逾期，您的工作（{day}）',
    text: '以下事项等待您处理。',
    more: '另有 {more} 项，请在“我的工作”中查看。',
    overdue: '已逾期', today: '今日到期', soon: '一周内到期', notices: '新消息',
    due: '{day} 到期',
    button: '打开我的工作',
  },
  test: {
    subject: 'Heng 测试邮件',
    text: '来自 Heng（{organisation}）的邮件可以正常送达。',
    footer: '管理员为测试邮件连接发送了本邮件。',
  },
} satisfies Translation<typeof en>
