import { TONES } from '../../model/level.ts'
import type { Report, ReportLocale } from '../../model/report.ts'
import type { Row } from '../../model/table.ts'
import { NOT_ASSESSED } from '../../model/table.ts'

/** Picks by language. */
type Pick = (en: string, zh: string) => string

const CONTROLS: readonly (readonly [string, string])[] = [
  ['Policies for information security', '信息安全策略'],
  ['Inventory of information and other associated assets', '信息和其他相关资产的清单'],
  ['Information security in supplier relationships', '供应商关系中的信息安全'],
  ['Access rights', '访问权'],
  ['Management of technical vulnerabilities', '技术脆弱性管理'],
  ['Logging', '日志'],
  ['Secure development life cycle', '安全开发生命周期'],
]

function controlRow(index: number, pick: Pick): Row {
  const [en, zh] = CONTROLS[index % CONTROLS.length] ?? ['', '']
  const applicable = index % 11 !== 10
  const states = ['done', 'partly', 'planned'] as const
  return {
    ref: `A.${5 + (index % 4)}.${1 + Math.floor(index / 4)}`,
    control: pick(en, zh),
    applicable,
    reason: applicable
      ? pick(
          `Treats R-00${10 + (index % 80)}; contract with customers in the EU`,
          `用于处置风险 R-00${10 + (index % 80)}，并满足客户合同与《数据安全法》第二十一条的要求。`,
        )
      : pick('No development of software for others', '本组织不为他人开发软件，予以删减。'),
    state: applicable ? { value: states[index % 3] ?? 'done' } : NOT_ASSESSED,
    owner: pick(['Li Wei', 'Zhang Min', 'Anna Keller'][index % 3] ?? '', ['李伟', '张敏', '王芳'][index % 3] ?? ''),
    due: index % 3 === 0 ? null : `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
    evidence: {
      value: `https://heng.example/evidence/2026/${index}/access-review-and-approval-record.pdf`,
      link: `https://heng.example/evidence/${index}`,
    },
    tested: index % 5 === 0 ? NOT_ASSESSED : `2026-10-0${1 + (index % 9)}T08:30:00Z`,
    residual: (['low', 'moderate', 'high'] as const)[index % 3] ?? 'low',
    findings: index % 7 === 0 ? 0 : index % 4,
    cost: index % 6 === 0 ? null : { minor: 1_250_000 + index * 37_500, currency: 'CNY' },
  }
}

function matrix(): { count: number; level: string }[][] {
  const levels = ['low', 'low', 'moderate', 'high', 'severe']
  return [5, 4, 3, 2, 1].map((likelihood) =>
    [1, 2, 3, 4, 5].map((impact) => ({
      count: (likelihood * 7 + impact * 3) % 6,
      level: levels[Math.min(4, Math.floor((likelihood * impact - 1) / 5))] ?? 'low',
    })),
  )
}

/** A statement of applicability as a company would print it: for tests, timing and looking at the layout. */
export function sampleSoa(locale: ReportLocale, rowCount = 93): Report {
  const pick: Pick = (en, zh) => (locale === 'zh-CN' ? zh : en)
  const rows = Array.from({ length: rowCount }, (_, index) => controlRow(index, pick))
  return {
    title: pick('Statement of Applicability', '适用性声明'),
    subtitle: pick(
      'Information security management system of the head office and the Shanghai data centre',
      '总部及上海数据中心信息安全管理体系',
    ),
    locale,
    organisation: pick('Hengyuan Precision Instruments Co., Ltd.', '恒远精密仪器股份有限公司'),
    classification: pick('Internal', '内部'),
    edition: 'ISO/IEC 27001:2022 · GB/T 22080-2025',
    version: '2.3',
    generatedAt: '2026-11-22T07:43:00Z',
    timezone: 'Asia/Shanghai',
    scales: {
      risk: [
        { key: 'low', title: pick('Low', '低'), colour: TONES.veryLow },
        { key: 'moderate', title: pick('Moderate', '中'), colour: TONES.moderate },
        { key: 'high', title: pick('High', '高'), colour: TONES.high },
        { key: 'severe', title: pick('Very high', '很高'), colour: TONES.veryHigh },
      ],
      state: [
        { key: 'done', title: pick('Implemented', '已实施'), colour: TONES.veryLow },
        { key: 'partly', title: pick('Partly', '部分实施'), colour: TONES.moderate },
        { key: 'planned', title: pick('Planned', '计划中'), colour: TONES.none },
      ],
    },
    approvals: [
      {
        role: pick('Risk owner', '风险责任人'),
        name: pick('Zhang Min', '张敏'),
        decision: 'approved',
        at: '2026-11-20T02:10:00Z',
        hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
      { role: pick('Top management', '最高管理层'), name: pick('Li Wei', '李伟'), decision: 'pending' },
    ],
    sections: [
      {
        heading: pick('Scope and method', '范围与方法'),
        intro: [
          pick('This statement lists ', '本声明列出'),
          { text: pick('all necessary controls', '全部必要的控制'), strong: true },
          pick(
            ', why each was included, whether it is implemented, and why any Annex A control is left out (ISO/IEC 27001, 6.1.3 d).',
            '、选择理由、是否已实施，以及未选附录 A 控制的理由（ISO/IEC 27001，6.1.3 d）。',
          ),
        ],
        blocks: [
          {
            type: 'bullets',
            items: [
              pick(
                'Sources: risk assessment of October 2026, obligations register, customer contracts.',
                '依据：2026 年 10 月风险评估、合规义务清单、客户合同。',
              ),
              [
                pick('The register is kept at ', '清单地址：'),
                {
                  text: 'https://heng.example/organisations/hengyuan/applicability?view=all&sort=reference&edition=2022',
                  link: 'https://heng.example/organisations/hengyuan/applicability',
                },
              ],
            ],
          },
          {
            type: 'key-values',
            items: [
              {
                key: pick('Scope', '体系范围'),
                value: pick(
                  'Design, production and service of measuring instruments; two sites; 412 people',
                  '测量仪器的设计、生产与服务；两处场所；412 人',
                ),
              },
              {
                key: pick('Risk acceptance', '风险接受'),
                value: pick(
                  'Levels Low and Moderate by the risk owner; High by top management only',
                  '低、中等级由风险责任人接受；高等级仅由最高管理层接受',
                ),
              },
            ],
          },
          {
            type: 'note',
            text: pick(
              '“Not assessed” means that nobody has looked yet. It is not the same as zero or as none.',
              '「未评估」表示尚未有人检查，不等于零，也不等于没有。',
            ),
          },
        ],
      },
      {
        heading: pick('Residual risk', '残余风险'),
        blocks: [
          {
            type: 'heat-map',
            caption: pick('Number of risks by likelihood and impact', '按可能性和影响统计的风险数量'),
            scale: 'risk',
            rows: { title: pick('Likelihood', '可能性'), labels: ['5', '4', '3', '2', '1'] },
            columns: { title: pick('Impact', '影响'), labels: ['1', '2', '3', '4', '5'] },
            cells: matrix(),
          },
        ],
      },
      {
        heading: pick('Controls', '控制'),
        blocks: [
          {
            type: 'table',
            id: 'controls',
            caption: pick('Controls of Annex A', '附录 A 控制'),
            columns: [
              { key: 'ref', title: pick('Ref.', '编号'), weight: 1 },
              { key: 'control', title: pick('Control', '控制'), weight: 3 },
              { key: 'applicable', title: pick('Applicable', '是否适用'), kind: 'boolean' },
              { key: 'reason', title: pick('Justification', '选择或删减理由'), weight: 4 },
              { key: 'state', title: pick('State', '实施状态'), kind: 'level', scale: 'state' },
              { key: 'owner', title: pick('Owner', '责任人'), weight: 1.5 },
              { key: 'due', title: pick('Due', '期限'), kind: 'date' },
              { key: 'evidence', title: pick('Evidence', '证据'), weight: 2.5 },
              { key: 'tested', title: pick('Last tested', '最近测试'), kind: 'date' },
              { key: 'residual', title: pick('Residual risk', '残余风险'), kind: 'level', scale: 'risk' },
              { key: 'findings', title: pick('Findings', '发现项'), kind: 'number' },
              { key: 'cost', title: pick('Cost', '费用'), kind: 'money' },
            ],
            rows,
            totals: { ref: pick('Total', '合计'), findings: rows.length, cost: { minor: rows.length * 1_250_000, currency: 'CNY' } },
          },
        ],
      },
    ],
  }
}
