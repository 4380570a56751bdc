/**
 * Other names of fields that many nouns share, as lists in the wild call them; a room adds its own by `importSupport`.
 * 「也称」 words of the glossary belong here: understood, never printed.
 */
export const commonAliases: Readonly<Record<string, readonly string[]>> = {
  reference: ['编号', '序列编号', 'ref', 'ref no', 'id', 'no', 'number', '记录编号', '台账编号'],
  name: ['名称', '名字', 'title', '标题'],
  code: ['编码', '代码', '代号'],
  unit: ['部门', '所属部门', '责任部门', '归属部门', '使用部门', '管理部门', '单位', '所属单位', 'department', 'dept', 'org unit', 'business unit', 'team'],
  parent: ['上级', '上级部门', '上级单位', 'parent', 'parent unit', 'reports to'],
  head: ['负责人', '部门负责人', '主管', 'manager', 'head', 'head of unit'],
  owner: ['责任人', '资产责任人', '负责人', '所有者', '所有人', '责任者', '归口责任人', 'owner', 'responsible', 'responsible person', 'accountable'],
  custodian: ['保管人', '资产保管人', '保管者', '管理员', '维护人', '运维人员', '使用人', 'custodian', 'keeper', 'administrator', 'maintainer'],
  classification: ['信息级别', '密级', '级别', '分级', '数据级别', '敏感级别', 'classification', 'sensitivity', 'data class', 'label'],
  location: ['位置', '存放位置', '存放地点', '物理位置', '地点', '所在地', '机房', 'location', 'site', 'place', 'room'],
  type: ['类型', '类别', '分类', '种类', 'type', 'category', 'kind'],
  tier: ['层次', '层级', '资产层次', 'tier', 'layer'],
  confidentiality: ['保密性', '机密性', '保密性赋值', '机密性赋值', 'c', 'conf', 'confidentiality value'],
  integrity: ['完整性', '完整性赋值', 'i', 'integrity value'],
  availability: ['可用性', '可用性赋值', 'a', 'avail', 'availability value'],
  lifecycle: ['状态', '使用状态', '生命周期', '资产状态', 'status', 'state', 'lifecycle status'],
  description: ['说明', '描述', '备注', '用途', '简介', 'description', 'notes', 'remarks', 'comment', 'purpose'],
  note: ['备注', '说明', 'note', 'notes', 'remarks'],
  email: ['邮箱', '电子邮件', '电子邮箱', '邮件地址', 'email', 'e-mail', 'mail', 'email address'],
  employeeNumber: ['工号', '员工编号', '职工号', '员工号', 'employee id', 'employee no', 'staff id', 'staff number', 'personnel number'],
  jobTitle: ['岗位', '职务', '职位', '职称', 'job title', 'position', 'role', 'title'],
  dueOn: ['截止日期', '到期日', '期限', '完成期限', 'due', 'due date', 'deadline'],
  cost: ['费用', '成本', '金额', '预算', 'cost', 'budget', 'amount', 'price'],
}
