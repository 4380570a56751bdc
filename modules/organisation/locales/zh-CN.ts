import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { zhCN as pages } from './pages/zh-CN.ts'

export const zhCN = {
  pages,
  nouns: {
    site: {
      one: '场所', many: '场所',
      about: '组织开展工作的地点。体系范围说明覆盖其中哪些场所。',
      fields: { name: '名称', kind: '类型', address: '地址', unit: '部门', responsible: '负责人', shared: '与其他单位共用', note: '备注' },
      values: { kind: { headquarters: '总部', office: '办公室', plant: '厂区', dataCentre: '机房', warehouse: '仓库', laboratory: '实验室', home: '居家办公', other: '其他' } },
    },
    contextIssue: {
      one: '内外部事项', many: '内外部事项',
      about: '有助于或妨碍体系达成预期结果的外部和内部事项（ISO/IEC 27001 4.1），是风险评估和确定范围的出发点。',
      fields: { title: '事项', kind: '外部或内部', category: '类别', effect: '作用', description: '说明', impact: '对体系的影响', owner: '责任人', reviewOn: '复核日期' },
      values: {
        kind: { external: '外部', internal: '内部' },
        category: {
          technology: '技术', threats: '威胁形势', legal: '法律法规', politics: '政治与社会', market: '市场与竞争', supplyChain: '供应链',
          climate: '气候变化', finance: '财务', people: '人员与能力', culture: '文化', processes: '流程与治理', physical: '场所与设施', other: '其他',
        },
        effect: { helps: '有利', hinders: '不利', both: '两者兼有' },
      },
    },
    climateDetermination: {
      one: '气候变化相关性判定', many: '气候变化相关性判定',
      about: '判定气候变化是否与本体系相关，并说明理由（ISO/IEC 27001:2022/Amd 1:2024，4.1）。',
      fields: {
        relevant: '气候变化与体系相关', reason: '理由', partiesRelevant: '相关方有与气候变化有关的要求', partiesReason: '有哪些要求，或为何没有',
        decidedOn: '判定日期', decidedBy: '判定人', reviewOn: '复核日期',
      },
      values: {},
    },
    interestedParty: {
      one: '相关方', many: '相关方',
      about: '能影响体系或受体系影响的个人和单位（ISO/IEC 27001 4.2）。',
      fields: { name: '名称', kind: '类型', needs: '需求和期望', owner: '内部联系人', reviewOn: '复核日期', requirements: '要求数', undecided: '未决定' },
      values: {
        kind: {
          customer: '客户', regulator: '监管部门', publicAuthority: '政府部门', owner: '所有者或股东', parentCompany: '上级单位', employee: '员工', supplier: '供方',
          partner: '合作伙伴', insurer: '保险或金融机构', certificationBody: '认证机构', community: '社会公众', other: '其他',
        },
      },
    },
    partyRequirement: {
      one: '相关方要求', many: '相关方要求',
      about: '相关方提出的要求，以及是否通过体系予以满足（ISO/IEC 27001 4.2 b、c）。',
      fields: {
        requirement: '要求', party: '相关方', source: '来源', sourceReference: '出处', addressed: '是否由体系满足', how: '如何满足，或不满足的理由',
        climate: '与气候变化有关', owner: '责任人', reviewOn: '复核日期',
      },
      values: {
        source: { law: '法律法规', contract: '合同', expectation: '期望', standard: '标准' },
        addressed: { yes: '是', no: '否', undecided: '未决定' },
      },
    },
    responsibility: {
      one: '活动', many: '角色和责任',
      about: '体系各项活动由谁执行、谁负责、征询谁、告知谁（ISO/IEC 27001 5.3）。',
      fields: { name: '活动', clause: '条款', description: '说明', position: '顺序', assignments: '职责分配', template: '初始活动' },
      values: {},
    },
    scope: {
      one: '体系范围声明', many: '体系范围',
      about: '体系覆盖什么、边界在哪里（ISO/IEC 27001 4.3）。批准的版本连同哈希值一并锁定。',
      fields: {
        name: '标题', edition: '版本', state: '状态', units: '部门', sites: '场所', businesses: '业务和服务', systems: '系统和数据', interfaces: '接口和依赖关系',
        exclusions: '不在范围内的内容', statementEn: '声明（英文）', statementZh: '声明（中文）', approvedAt: '批准时间', approvedBy: '批准人', basis: '确定范围的依据', frozenHash: '批准内容哈希值（SHA-256）',
      },
      values: { state: { draft: '草稿', inReview: '审批中', approved: '已批准', superseded: '已被取代' } },
    },
  },
  errors: {
    'organisation.howNeeded': '请说明体系如何满足该要求，或不满足的理由。',
    'organisation.raciTwice': '同一角色或人员在一项活动中只能有一个字母。',
    'organisation.raciAccountable': '每项活动有且仅有一个负责者（A）。',
    'organisation.scopeOpen': '已有一个版本正在编制：{reference}。',
    'organisation.scopeState': '该版本不是草稿（状态：{state}）。',
    'organisation.scopeFrozen': '该版本不能再修改。',
    'organisation.scopeIncomplete': '提交前须填写范围声明并至少选择一个部门。',
    'organisation.scopeGaps': '尚有 {count} 项缺口。请先补齐，或说明仍要提交的理由。',
    'organisation.scopeTampered': '存储的版本与批准时的哈希值不一致。',
    'field.holder': '不是有效的角色或人员。',
  },
  kinds: { 'context.review': '组织环境复核' },
  hints: {
    'organisation.scopeOpen': '请继续编制该版本，或先将其归档。',
    'organisation.scopeFrozen': '请起草下一版。',
    'organisation.scopeTampered': '请勿使用，告知审计管理员并从备份恢复。',
  },
} satisfies Translation<typeof en>
