import type { Translation } from '@heng/contract'
import type { model as en } from './model.en.ts'

export const model = {
  model: {
    often: '发生频率', much: '单次损失', succeeds: '得逞比例', follows: '后续损失', limits: '上限与保险',
    frequency: {
      label: '发生频率', between: '给出区间', poisson: '已知频率', bernoulli: '每年至多一次', negativeBinomial: '不确定（按均值）', and: '至', prefixBetween: '九成情况下每年', unitYear: '次', prefixPoisson: '平均每年', prefixBernoulli: '在', unitPercent: '% 的年份发生',
      dispersion: '频率的确定程度（越小越不确定）', hint: '五年一次即每年 0.2 次。',
    },
    magnitude: {
      label: '单次损失', lognormal: '给出区间', pert: '最小、最可能、最大', uniform: '区间内均匀', constant: '固定金额', kept: '沿用已采纳的分布', prefix: '九成情况下', min: '至少', mode: '最可能', max: '至多', amount: '每次损失',
      hint: '请考虑全部损失：处置、停机、重置和业务损失。',
    },
    vulnerability: { label: '多大比例的事件造成损失', all: '每次都造成损失', share: '一定比例', contest: '能力与强度对比', unit: '% 的事件造成损失', capability: '攻击能力', strength: '防护强度', hint: '两者采用同一 0–100 刻度；能力超过强度即造成损失。' },
    secondary: { label: '部分事件的后续损失', add: '添加后续损失', remove: '移除', probability: '% 的损失事件会带来后续损失，如罚款、客户流失', cost: '此时另损失' },
    cap: { label: '单次损失不超过' },
    insurance: { label: '保险', add: '添加保险', remove: '移除', deductible: '每次自行承担', limit: '超出部分由保险赔付，最高' },
    incidents: { label: '历史事件', help: '已发生的事件可给出频率和损失的初步建议。', years: '回溯年数', date: '日期', loss: '损失', note: '经过', add: '添加事件', remove: '移除事件 {n}', fit: '据此提出建议', count: '{years} 年内 {count} 起，平均每年 {rate} 次，真实频率可能在 {low} 至 {high} 之间。', use: '采用该建议', noMagnitude: '事件少于三起，无法推断损失的离散程度。' },
    inherentNote: '请按没有任何控制措施的情形描述；控制措施和处置措施会在其后按测试证明的有效程度扣减。',
    preview: '试算结果', previewYears: '试算 {years} 年，保存后的模拟年数更多', invalid: '填写完整后显示试算结果。',
    words: {
      between: '每年 {low} 至 {high} 次（九成情况下）', poisson: '每年 {rate} 次', bernoulli: '每年至多一次，发生于 {percent} 的年份', negativeBinomial: '平均每年 {mean} 次，频率九成情况下为 {low} 至 {high}',
      lognormal: '{low} 至 {high}（九成情况下）', pert: '至少 {min}，最可能 {mode}，至多 {max}', uniform: '{min} 至 {max} 均匀分布', constant: '每次 {amount}', empirical: '依据 {count} 笔历史损失', mixture: '{count} 份估计并列，合计 {low} 至 {high}',
      share: '{percent} 的事件造成损失', contest: '攻击能力 {capability}，防护强度 {strength}', secondary: '{percent} 的损失事件另有后续损失：{cost}', cap: '单次不超过 {amount}', insurance: '每次超出 {deductible} 的部分由保险赔付，最高 {limit}', once: '约 {years} 年一次',
    },
  },
} satisfies Translation<typeof en>
