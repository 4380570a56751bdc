import { TONES } from '../../model/level.ts'
import type { Report } from '../../model/report.ts'
import { NOT_ASSESSED } from '../../model/table.ts'

const WORD = 'a'.repeat(700)
const SENTENCE = '某系统的访问权限未按季度复核，离职人员账号仍可登录（共三个），存在未授权访问核心数据的风险；'

/** What records may hold at worst: endless words, long Chinese text, controls, formulas, unsafe links, odd values. */
export function tortureReport(): Report {
  return {
    title:
      'Torture <&> "quoted" ]]> \u0000 title\nwith a second line that is long enough to need more than one line in the largest type that the page has',
    locale: 'en',
    organisation: `Organisation ${'with a long name '.repeat(8)}`,
    classification: '<script>alert(1)</script>',
    edition:
      'ISO/IEC 27001:2022 · ISO/IEC 27002:2022 · ISO/IEC 27005:2022 · GB/T 22080-2025 · GB/T 22081-2024 · GB/T 20984-2022 · GB/T 22239-2019',
    version: '=1+1',
    generatedAt: '2026-02-28T23:30:00-05:00',
    timezone: 'Asia/Shanghai',
    scales: { risk: [{ key: 'odd', title: 'Odd "level" & more', colour: TONES.high }] },
    sections: [
      {
        heading: `[Sheet: a/b\\c?*] ${'long heading '.repeat(10)}`,
        intro: 'The company’s “own” words — with an apostrophe, quotation marks and a dash…',
        blocks: [
          {
            type: 'paragraph',
            text: [`Before ${WORD} `, { text: 'unsafe link', link: 'javascript:alert(1)' }, ' \u202Edesrever\u202C 🙂 after'],
          },
          {
            type: 'table',
            columns: [
              { key: 'a', title: 'Nothing in it' },
              { key: 'b', title: 'B' },
            ],
            rows: [],
          },
          {
            type: 'table',
            caption: '=HYPERLINK("http://evil.example")',
            columns: [
              { key: 'text', title: 'Text' },
              { key: 'number', title: 'Number', kind: 'number', digits: 2 },
              { key: 'date', title: 'Date', kind: 'date' },
              { key: 'level', title: 'Level', kind: 'level', scale: 'risk' },
              { key: 'money', title: 'Money', kind: 'money' },
            ],
            rows: [
              { text: '=1+1', number: 0, date: '2026-02-29', level: 'odd', money: { minor: 5, currency: 'JPY' } },
              { text: '@SUM(A1:A9)', number: Number.NaN, date: 'soon', level: 'unknown', money: { minor: 123_456, currency: 'KWD' } },
              { text: '_x0041_ stays', number: NOT_ASSESSED, date: NOT_ASSESSED, level: NOT_ASSESSED, money: NOT_ASSESSED },
              {
                text: { value: 'mail', link: 'mailto:a@example.org' },
                number: '-',
                date: '2026-02-28T23:30:00-05:00',
                level: null,
                money: null,
              },
              { text: `${WORD}\u0007` },
              { text: SENTENCE.repeat(90) },
              { text: 'x'.repeat(40_000) },
            ],
            totals: { text: 'Total', number: 1234.5 },
          },
        ],
      },
      {
        heading: 'Twenty columns',
        level: 3,
        blocks: [
          { type: 'page-break' },
          {
            type: 'table',
            columns: Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, title: `Responsibility ${index}` })),
            rows: [
              Object.fromEntries(
                Array.from({ length: 20 }, (_, index) => [`k${index}`, index % 2 === 0 ? SENTENCE : 'internationalisation of everything']),
              ),
            ],
          },
          { type: 'page-break' },
        ],
      },
    ],
  }
}
