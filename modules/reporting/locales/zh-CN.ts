import type { Translation } from '@heng/contract'
import { audit } from './audit.zh-CN.ts'
import { board } from './board.zh-CN.ts'
import type { en } from './en.ts'

export const zhCN = {
  nouns: {
    report: {
      one: '报告', many: '报告',
      about: '已生成的报告，内容锁定，与交付时逐字一致，可用 SHA-256 核对。',
      fields: {
        title: '标题', kind: '报告类型', periodFrom: '起始日期', periodTo: '截止日期', language: '语言', generatedBy: '生成人', generatedAt: '生成时间', asAt: '数据截至', size: '大小（字节）', sha256: 'SHA-256',
      },
      values: { kind: { board: '董事会报告', audit: '审核报告' }, language: { en: 'English', 'zh-CN': '简体中文' } },
      actions: { generated: '生成' },
    },
  },
  errors: {
    'reporting.period': '截止日期不得早于起始日期，且期间最长十年。',
    'reporting.future': '该期间尚未开始。',
    'reporting.tooLarge': '报告过长，无法生成 {format} 文件。',
    'reporting.busy': '当前正在生成的报告较多，请一分钟后重试。',
    'reporting.slow': '生成文件耗时过长，已停止。',
    'reporting.altered': '留存的报告已被改动，SHA-256 不一致，请联系系统管理员。',
    'reporting.query': '请指定格式：pdf、docx、xlsx 或 json。',
  },
  hints: { 'reporting.tooLarge': '请改用 XLSX 或 JSON 格式，行数不受限制。' },
  kinds: { 'reporting.generate': '生成报告' },
  page: {
    title: '报告',
    kinds: {
      board: { title: '董事会报告', about: '两页：风险现状与变化、处置进展，以及提请董事会决定的事项。' },
      audit: { title: '审核报告', about: '可供核对的全部内容：风险准则与方法及其哈希值、风险、控制措施、测试及证据、适用性声明、审批、逾期工作和变更历史。' },
    },
    choose: '报告', period: '期间', language: '语言', span: '期间类型', spans: { quarter: '季度', halfYear: '半年', year: '年度', free: '自选日期' }, from: '起始日期', to: '截止日期',
    message: '致董事会的说明', messageHint: '选填，不超过 200 字', asks: '提请决定的事项', asksHint: '选填，每行一项，最多四项，每项不超过 100 字',
    preview: '预览', generate: '生成', generating: '正在生成报告', generated: '已生成 {reference}，内容已锁定留存。', failed: '报告未生成：{message}', cancelled: '已停止，未留存任何内容。', close: '关闭', open: '查看记录',
    download: '下载', formats: { pdf: 'PDF', docx: 'Word（DOCX）', xlsx: 'Excel（XLSX）', json: 'JSON（可核对 SHA-256）' }, downloadAs: '将“{title}”下载为 {format}',
    past: '已生成的报告', none: '尚未生成报告。', all: '全部已生成的报告',
    rowsShown: '此处显示前 {shown} 行，共 {all} 行；文件包含全部内容。', rowsSome: '此处显示前 {shown} 行；文件包含全部内容。', rowsNone: '无记录', note: '说明',
    asOf: '数据截至 {at}', nothing: '您的角色无权生成报告。', updating: '正在更新预览', level: '{rows} {row}，{columns} {column}',
  },
  board,
  audit,
} satisfies Translation<typeof en>
