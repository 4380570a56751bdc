import type { Translation } from '@heng/contract'
import type { en } from './en.ts'

export const zhCN = {
  nouns: {
    unit: {
      one: '部门', many: '部门',
      about: '组织架构。资产、人员和职责都归属部门；部门负责人查看和维护本部门及下级部门的内容。',
      fields: { name: '名称', code: '编码', parent: '上级部门', head: '负责人', note: '备注' },
      values: {},
    },
    person: {
      one: '人员', many: '人员',
      about: '在体系中承担责任、作出决定或执行工作的人员。人员不一定开通账号。',
      fields: { name: '姓名', email: '邮箱', unit: '部门', jobTitle: '岗位', employeeNumber: '工号', account: '账号' },
      values: { account: { none: '未开通', invited: '已邀请', active: '正常', disabled: '已停用' } },
    },
    roleAssignment: {
      one: '角色授权', many: '角色授权',
      about: '谁在什么范围内、到何时为止可以做什么。任何人不得给自己授权；三员由三人分别担任。',
      fields: { person: '人员', role: '角色', unit: '部门范围', validUntil: '有效期至', reason: '理由' },
      values: {
        role: {
          topManagement: '最高管理层', ismsManager: '体系管理员', departmentHead: '部门负责人', assetOwner: '资产责任人',
          controlOwner: '控制措施责任人', riskOwner: '风险责任人', employee: '员工', internalAuditor: '内审员',
          externalAuditor: '外部审核员', systemAdministrator: '系统管理员',
          securityAdministrator: '安全管理员', auditAdministrator: '审计管理员',
        },
      },
    },
  },
  errors: {
    'setup.closed': '系统已完成初始化。',
    'setup.token': '初始化口令不正确。',
    'password.common': '该密码已出现在泄露或常用密码列表中。',
    'password.guessable': '该密码过于容易被猜中。',
    'invitation.invalid': '邀请不存在、已过期或已使用。',
    'invitation.noEmail': '{name} 未登记邮箱，请先补充。',
    'invitation.hasAccount': '{name} 已在本组织开通账号。',
    'role.self': '不得给自己授予角色。',
    'role.administrators': '系统管理员、安全管理员、审计管理员须由三人分别担任。',
    'role.notYours': '您无权授予或收回该角色。',
    'role.lastManager': '至少须保留一名体系管理员。',
    'role.needsUnit': '部门负责人须指定部门。',
    'role.needsEnd': '外部审核员的权限须设定截止日期。',
    'unit.cycle': '部门不能成为自己的下级。',
    'membership.none': '{name} 未在本组织开通账号。',
    'field.timezone': '不是有效的时区（IANA 时区库）。',
  },
  hints: {
    'setup.token': '初始化口令打印在启动本系统的控制台上，每次启动重新生成。',
    'password.common': '建议使用几个互不相关的词，或使用密码管理器。',
    'password.guessable': '建议使用几个互不相关的词，或使用密码管理器。',
    'invitation.invalid': '请联系邀请人重新发送链接。',
    'role.notYours': '业务角色由体系管理员授予，三员角色由安全管理员授予。',
  },
} satisfies Translation<typeof en>
