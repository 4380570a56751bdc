import type { Translation } from '@heng/contract'
import type { calibration as en } from './calibration.en.ts'

export const calibration = {
  calibration: {
    nav: '估计训练', title: '90% 区间估计训练',
    about: '对每道题给出两个数，使真实值有九成把握落在其间。请勿查阅资料：目的是体会“九成把握”应有多宽。',
    low: '至少', high: '至多', submit: '查看结果', answered: '已答 {count}／{of} 题', least: '请至少回答五题。', again: '重新训练', order: '下限须小于上限。',
    result: '{asked} 个区间中有 {hit} 个包含真实值，命中率 {share}。', interval: '题目数量有限，真实命中率可能在 {low} 至 {high} 之间。',
    advice: {
      tooNarrow: '您的区间偏窄，实际把握低于自己的感觉。请把区间放宽到约 {widen} 倍（按比例），并在每一端自问：是否愿意以九比一打赌？',
      tooWide: '您的区间偏宽，实际了解的比您认为的多，可以适当收窄。',
      fits: '没有迹象表明区间失准，约九成命中。请以同样的把握估计损失。', tooFew: '答题过少，无法判断，请至少回答十题。',
    },
    truth: '真实值', yours: '您的区间', held: '命中', missed: '未命中', source: '出处', history: '我的训练记录', none: '尚未参加训练。', date: '日期', hits: '命中数', rate: '命中率', weight: '估计权重', question: '题目',
  },
} satisfies Translation<typeof en>
