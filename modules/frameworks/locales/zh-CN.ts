import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pageZh } from './page.zh-CN.ts'

export const zhCN = {
  nouns: {
    framework: {
      one: '框架', many: '标准与框架',
      about: '本组织所对照的标准和控制目录；逐一注明版次、来源及文本许可。',
      fields: {
        name: '名称', nameEn: '英文名称', nameZh: '中文名称', editionEn: '版次（英文）', editionZh: '版次', contentVersion: '内容版本', publisher: '发布机构',
        kind: '来源', state: '状态', licence: '文本许可', requirementCount: '条目数', assessableCount: '须满足的要求', overlayAllowed: '可载入正版原文',
        overlayCount: '已载入原文', key: '出版物标识', contentHash: '内容 SHA-256', licenceEn: '许可说明（英文）', licenceZh: '许可说明',
        provenanceEn: '内容来源（英文）', provenanceZh: '内容来源',
      },
      values: {
        kind: { shipped: '系统自带', oscal: 'OSCAL 导入', csv: '表格导入' },
        state: { current: '现行', superseded: '已被替代' },
        licence: { ownWording: '自行撰写', verbatim: '可引用原文', stated: '依发布机构声明', unknown: '未说明' },
      },
    },
    requirement: {
      one: '要求', many: '要求',
      about: '各框架的条款、控制和控制点。',
      fields: {
        name: '名称', framework: '所属框架', ref: '条款编号', titleEn: '英文标题', titleZh: '中文标题', kind: '类别', assessable: '须满足', withdrawn: '已撤销',
        parent: '上级', position: '顺序', items: '原文要求项数', attributes: '分类', summaryEn: '摘要（英文）', summaryZh: '摘要', guidanceEn: '指引（英文）',
        guidanceZh: '指引',
      },
      values: {
        kind: {
          clause: '条款', theme: '主题', control: '控制', category: '安全类', controlPoint: '控制点', group: '分组', enhancement: '增强项', item: '要求项',
        },
      },
    },
    mapping: {
      one: '对照关系', many: '框架对照',
      about: '一个框架的要求如何对应另一个框架的要求，附理由和出处。',
      fields: {
        name: '对照', source: '来源要求', relationship: '关系', target: '目标要求', targetFramework: '目标框架', sourceFramework: '来源框架',
        rationaleEn: '理由（英文）', rationaleZh: '理由', origin: '出处', provenanceEn: '依据（英文）', provenanceZh: '依据',
      },
      values: {
        relationship: { equal: '等同', subset: '被包含', superset: '包含', intersect: '部分重合', none: '无对应' },
        origin: { shipped: '系统自带', own: '本组织' },
      },
    },
  },
  page: pageZh,
  errors: {
    'framework.nameless': '请至少填写一种语言的框架名称。',
    'framework.unknown': '本系统没有框架“{catalogue}”。',
    'framework.newest': '已是系统自带的最新版本。',
    'framework.noOverlay': '该框架的文本无须载入正版原文。',
    'framework.overlayExport': '载入的正版原文仅限本组织内部使用，不得导出。',
    'framework.unreadable': '文件无法读取：{problem}',
    'framework.changedSince': '所提交的文件与预览时不一致。',
    'framework.rowErrors': '有 {count} 行存在问题，未导入任何内容。',
    'framework.importMissing': '该基线引用的控制目录既不在所选文件中，此前也未导入：{missing}。',
    'framework.noFile': '请至少选择一个文件。',
    'framework.oneAtATime': '每次导入一个框架：一个控制目录、一个基线及其引用的目录，或一张表格。',
    'framework.column': '表格缺少以下任一列：{names}。现有列：{found}。',
    'framework.empty': '表格没有数据行。',
    'mapping.shipped': '系统自带的对照关系不可修改。',
    'mapping.self': '要求不能与自身对照。',
  },
  hints: {
    'framework.overlayExport': '导出时请不要包含原文；摘要会一并导出。',
    'framework.changedSince': '请重新预览。',
    'framework.rowErrors': '请按预览中列出的问题修改后重新上传。',
    'framework.importMissing': '请将基线与其引用的控制目录一并上传，或先导入控制目录。',
    'mapping.shipped': '可另行增加本组织的对照关系。',
  },
} satisfies Translation<typeof en>
