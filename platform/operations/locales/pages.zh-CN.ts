import type { Translation } from '@heng/contract'
import type { pageTexts as en } from './pages.en.ts'

export const pageTexts = {
  jobs: {
    title: '后台作业', nav: '后台作业',
    about: '在后台运行的导入、导出和重新计算等作业，可查看进度，也可停止。',
    states: { all: '全部', running: '运行中', waiting: '等待中', failed: '失败', done: '已完成', cancelled: '已停止' },
    state: '状态', kind: '类型', allKinds: '全部类型', mine: '仅看我的',
    by: '{name} 发起', system: '系统自动发起', started: '{when}开始', waitsSince: '{when}起等待', finished: '{when}结束', took: '用时 {time}',
    stopping: '正在停止',
    cancel: '停止', cancelTitle: '停止“{kind}”？', cancelText: '未完成的部分将回退。', cancelled: '将在下一步停止。',
    retry: '重新运行', retried: '已排队等待运行。',
    result: '结果', more: '显示更多', empty: '暂无作业。导入等耗时操作会出现在这里。', emptyState: '没有处于该状态的作业。',
  },
  queue: {
    title: '任务队列', about: '自动执行的小任务：模块间事件传递、邮件发送、启动作业。',
    task: '任务', waiting: '等待', running: '执行中', retrying: '重试中', failed: '已放弃', oldest: '最早等待', idle: '队列为空。',
    trouble: '失败的任务', attempts: '已尝试 {done}/{most} 次', next: '下次尝试：{when}', givenUp: '已放弃',
    retry: '立即重试', retried: '正在重试。', drop: '移除', dropTitle: '移除该任务？', dropText: '该任务将不再执行，理由会保留在记录中。', dropped: '已移除。',
  },
  system: {
    title: '系统状态', nav: '系统状态',
    about: '本系统的运行状况：版本、数据库、数据文件夹、邮件和备份。',
    process: 'Heng', version: '版本', node: 'Node.js', platform: '运行平台', since: '运行起始', role: '承担角色', memory: '内存占用',
    roles: { all: '全部（网页服务和后台作业）', web: '网页服务', worker: '后台作业' },
    processes: '此数据库上的进程',
    database: '数据库', databaseVersion: 'PostgreSQL', size: '大小', kind: '类型', embedded: '内置', external: '独立服务器（DATABASE_URL）', connections: '连接数', upSince: '启动于',
    data: '数据文件夹', path: '路径', free: '剩余空间', folder: '文件夹', files: '文件数', unreadable: 'Heng 无权读取', measured: '{when}测量', total: '合计',
    mail: '邮件', mailServer: '服务器', from: '发件人', lastSent: '最近发送', never: '尚未发送', refused: '近期被拒',
    mailOff: '尚未配置邮件服务器。', mailHint: '请在启动时设置 SMTP_URL=smtp://用户:密码@主机:587 和 MAIL_FROM。配置之前，邀请须以链接方式转交。',
    test: '给我发送测试邮件', tested: '测试邮件正在发往 {to}。',
    backup: '备份', lastBackup: '最近备份', file: '文件', backupOld: '最近备份已过去 {days} 天。', backupNone: '此数据文件夹从未备份。',
    backupHint: '请定期运行“npm run heng -- backup 文件”，并将备份文件存放到别处。备份包含全部内容，请与系统本身同等保护。',
    migrations: '数据库迁移', migrationCount: '已执行 {count} 项，最近一次 {when}', room: '模块', step: '步骤', applied: '执行时间', by: '执行版本', show: '显示全部', hide: '收起',
  },
  interface: {
    title: 'API', nav: 'API',
    about: '页面上能做的，程序都能通过 API 完成，权限与令牌持有人相同。令牌在“我的账号”中创建。',
    download: 'OpenAPI 3.1', find: '查找接口', count: '{count} 个接口', none: '没有匹配的接口。',
    who: '所需权限', public: '无', signedIn: '已登录或持有令牌', name: '日志与命令行中的名称', example: '调用示例',
    parameters: '参数', body: '请求体', answer: '响应', field: '字段', type: '类型', required: '必填', fields: '下级字段',
    places: { path: '路径', query: '查询参数', header: '请求头' },
    subjects: {
      vocabulary: '词表', session: '会话', account: '账号', setup: '初始化', organisation: '组织', invitation: '邀请', membership: '人员账号', passwordReset: '找回密码',
      apiToken: 'API 令牌', history: '变更历史', comment: '评论', attachment: '附件', related: '关联记录', view: '保存的视图', search: '搜索', approval: '审批', work: '我的工作', notice: '通知',
      job: '后台任务', queue: '队列', system: '系统', import: '导入与导出', assetScan: '扫描', riskKnowledge: '风险知识库', trace: '追溯', soaLine: '适用性声明条目', home: '首页',
    },
  },
} satisfies Translation<typeof en>
