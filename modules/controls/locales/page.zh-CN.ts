import type { Translation } from '@heng/contract'
import type { pageEn } from './page.en.ts'

export const pageZh = {
  groups: { what: '基本信息', state: '状态', who: '责任', proof: '描述与文件', answers: '对应要求' },
  start: {
    open: '依据附录 A 建立',
    title: '依据附录 A 建立控制措施',
    about: '所选各条将分别建立一项“已计划”的控制措施，名称和描述采用我们自行撰写的内容。已有控制措施的条目会注明，重复选择不会产生变化。',
    chosen: '已选 {count} 条',
    all: '全选未建立的条目',
    none: '全不选',
    create: '建立 {count} 项控制措施',
    createOne: '建立 1 项控制措施',
    done: '已建立 {count} 项控制措施。',
    doneOne: '已建立 1 项控制措施。',
    nothingNew: '没有新增：所选条目均已有控制措施。',
    has: '已有控制措施',
    owner: '统一责任人',
    unit: '统一部门',
    noFramework: '尚未启用 ISO/IEC 27001，请先在“标准与框架”中启用。',
    toFrameworks: '前往标准与框架',
    theme: '全选{theme}',
  },
  panel: {
    tab: '控制措施',
    none: '尚无控制措施对应该要求。',
    link: '关联控制措施',
    linkDone: '已关联。',
    unlink: '取消关联 {reference}',
    unlinked: '已取消关联。',
    start: '据此建立控制措施',
    started: '已建立 {reference}。',
    choose: '选择控制措施',
    since: '自',
  },
} satisfies Translation<typeof pageEn>
