import type { BoardMaterial } from '../board/gather.ts'

const levels = [1, 2, 3, 4, 5].map((value) => ({ value, title: { en: ['Very low', 'Low', 'Medium', 'High', 'Very high'][value - 1]!, 'zh-CN': ['很低', '低', '中等', '高', '很高'][value - 1]! } }))
const axis = (id: string, en: string, zh: string) => ({ id, kind: 'factor' as const, title: { en, 'zh-CN': zh }, steps: levels })

const long = {
  en: 'An attacker with a stolen administrator account of the remote maintenance supplier encrypts the production control servers of all plants and their backups during the night shift',
  'zh-CN': '攻击者利用远程运维供应商失窃的管理员账号，在夜班期间加密全部工厂的生产控制服务器及其备份系统，导致多条生产线长时间停产并无法按期交付客户订单',
}

/** What the board of a very large organisation would be told: every list full, every number long, every sentence needed. */
export const largeMaterial = (locale: 'en' | 'zh-CN'): BoardMaterial => {
  const title = long[locale]
  const owner = locale === 'en' ? 'Maximiliane Featherstonehaugh-Cholmondeley' : '欧阳上官司马诸葛慕容'
  const cells = levels.flatMap((l) => levels.map((i) => ({ likelihood: l.value, impact: i.value, count: 12_345, level: Math.max(1, Math.min(5, Math.round((l.value + i.value) / 2))), byLevel: {} })))
  const byLevel = { '1': 41_234, '2': 51_234, '3': 61_234, '4': 71_234, '5': 81_234, '-': 123_456 }
  const amount = { minor: 123_456_789_012_34, currency: 'CNY' }
  const basis = { expected: amount, expectedBetween: [amount, amount] as const, inTwenty: amount }
  const told = Array.from({ length: 3 }, (_, i) => ({ reference: `RX-10${i}00`, title, level: 5, by: owner, validUntil: '2026-12-31' }))
  return {
    period: { from: '2026-07-01', to: '2026-09-30' },
    criteria: {
      id: 'c', reference: 'RC-0012', name: title, provisional: true, approvedAt: null, frozenHash: null, definitionHash: 'f'.repeat(64), method: 'gbt20984-matrix@1.0.0-bands-17-23',
      methodTitle: { en: 'GB/T 20984-2007 matrix method, other reading of the bands', 'zh-CN': 'GB/T 20984-2007 矩阵法（另一种分档）' }, levels, definition: { id: 'x', version: '1' } as never, scales: { factors: {}, impactAreas: [] }, acceptance: [], appetite: null, performing: null,
    },
    map: {
      basis: 'current', criteria: 'c', provisional: true, named: true, likelihood: axis('l', 'Likelihood of a security event', '安全事件发生的可能性'), impact: axis('i', 'Loss from a security event', '安全事件造成的损失'),
      levels, cells, byLevel, notAssessed: 123_456, total: 429_626, outdated: 23_456,
    },
    earlier: { round: { reference: 'AR-0123', name: title.slice(0, 80) }, at: '2026-06-30T09:00:00.000Z', total: 400_000, byLevel, cells, moved: { added: 12_345, raised: 12_345, lowered: 12_345, rated: 12_345, closed: 12_345 } },
    highest: Array.from({ length: 6 }, (_, i) => ({ id: String(i), reference: `R-12345${i}`, title, level: 5, residual: i % 2 === 0 ? null : 4, owner, option: i % 3 === 0 ? null : 'reduce', acceptance: 'accepted', acceptedUntil: '2027-12-31', openMeasures: 123, nextDue: '2026-12-31' })),
    contradicted: { count: 4_321, risks: Array.from({ length: 3 }, (_, i) => ({ id: String(i), reference: `R-22345${i}`, title, owner, level: 1, evidenced: 5 })) },
    treatment: {
      byState: { planned: 12_345, inProgress: 12_345, done: 12_345, verified: 12_345, cancelled: 1 }, overdue: 12_345, finished: 12_345,
      costs: ['CNY', 'EUR', 'USD'].map((currency) => ({ planned: { ...amount, currency }, finished: { ...amount, currency } })), withoutCost: 12_345, undecided: 123_456, byOption: { avoid: 12_345, reduce: 12_345, transfer: 12_345, retain: 12_345 },
    },
    acceptances: { given: 12_345, inForce: 12_345, ending: 12_345, endingFirst: told, ended: 12_345, escalated: 12_345, escalatedFirst: told },
    controls: [
      { state: 'implemented', percent: 100, stale: false, count: 12_345 }, { state: 'implemented', percent: 50, stale: false, count: 12_345 }, { state: 'implemented', percent: 10, stale: false, count: 12_345 },
      { state: 'implemented', percent: 90, stale: true, count: 12_345 }, { state: 'implemented', percent: null, stale: false, count: 12_345 }, { state: 'planned', percent: 0, stale: false, count: 12_345 }, { state: 'notWorking', percent: 0, stale: false, count: 12_345 },
    ],
    drift: { applicable: 180, agreeing: 100, less: 40, more: 20, notAssessed: 20, stale: 20 },
    losses: { quantified: 12_345, notFresh: 12_345, run: { reference: 'LR-0123', at: '2026-09-30T09:00:00.000Z', years: 1_000_000, seed: 2_147_483_647, engineVersion: '1.2.3', riskCount: 12_345, open: { current: 12_345, planned: 12_345 }, without: basis, current: basis, planned: basis } },
    appetite: {
      statement: { id: 's', reference: 'RA-0123', name: title.slice(0, 60), currency: 'CNY', percentile: 95, approvedAt: '2026-06-30T09:00:00.000Z' }, running: false, total: 429_626, uncovered: 12_345, overall: { breach: 12_345, watch: 12_345, within: 12_345, notAssessed: 12_345 }, lines: [],
      together: { loss: { minor: amount.minor, assessed: 12_345, notAssessed: 12_345 }, expected: { appetite: amount.minor, tolerance: amount.minor, standing: 'breach' }, extreme: { appetite: amount.minor, tolerance: amount.minor, standing: 'breach', minor: amount.minor } },
      breaches: { open: 12_345, overdue: 12_345, answered: 12_345, exceptions: 12_345 },
    },
    breaches: Array.from({ length: 3 }, (_, i) => ({ reference: `BR-12${i}45`, title, level: 5, owner, dueOn: '2026-12-31' })),
    soa: {
      id: 'x', reference: 'SOA-0123', number: 123, title, editionEn: 'ISO/IEC 27001:2022', editionZh: 'GB/T 22080-2025（ISO/IEC 27001:2022）', approvedAt: '2026-06-30T09:00:00.000Z', contentHash: 'f'.repeat(64), lines: 193, applicable: 180, excluded: 13,
      implementation: { implemented: 100, partly: 40, planned: 20, notWorking: 5, notImplemented: 5, '-': 10 },
    },
    waiting: { count: 1_234, approvals: Array.from({ length: 3 }, (_, i) => ({ reference: `AP-12${i}45`, title, dueOn: '2026-12-31' })) },
  }
}

/** The words that somebody may add, as long as they may be. */
export const longestWords = (locale: 'en' | 'zh-CN') => ({ message: long[locale].repeat(10).slice(0, 200), decisions: Array.from({ length: 4 }, () => long[locale].repeat(4).slice(0, 100)) })
