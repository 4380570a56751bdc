import type { Scales } from '../../../contract/criteria.ts'
import { t, upFromOne } from './words.ts'

/** Areas of impact with plain figures to start from; five steps each. */
export const defaultImpactAreas: Scales['impactAreas'] = [
  {
    id: 'finance', title: t('Money', '财务损失'),
    steps: upFromOne(
      t('below 0.01 % of yearly revenue', '低于年营收的 0.01%'), t('up to 0.1 %', '0.01%～0.1%'), t('up to 0.5 %', '0.1%～0.5%'),
      t('up to 2 %', '0.5%～2%'), t('above 2 %', '高于 2%'),
    ),
  },
  {
    id: 'operations', title: t('Operations', '业务运行'),
    steps: upFromOne(
      t('no interruption worth mentioning', '无明显中断'), t('one process, below 4 hours', '单一流程中断不足 4 小时'), t('several processes, or up to one day', '多个流程中断，或中断不超过 1 日'),
      t('a main business, one to three days', '主要业务中断 1 至 3 日'), t('a main business, more than three days', '主要业务中断超过 3 日'),
    ),
  },
  {
    id: 'law', title: t('Law and contracts', '法律与合同'),
    steps: upFromOne(
      t('none', '无'), t('a breach settled internally', '轻微违规，内部纠正即可'), t('a complaint, a warning or a contract penalty', '投诉、警告或合同违约金'),
      t('a fine, an order to correct, or a duty to report', '罚款、责令改正或须向监管部门报告'), t('suspension of business or criminal liability', '停业整顿、吊销许可或刑事责任'),
    ),
  },
  {
    id: 'reputation', title: t('Reputation', '声誉'),
    steps: upFromOne(
      t('unknown outside', '外界不知情'), t('some customers know', '少数客户知晓'), t('local or trade media', '地方或行业媒体报道'),
      t('national media, customers leave', '全国性媒体报道，客户流失'), t('lasting loss of trust', '长期丧失信任'),
    ),
  },
  {
    id: 'persons', title: t('Persons concerned', '个人权益'),
    steps: upFromOne(
      t('nobody', '不涉及'), t('a few, ordinary data', '少数人，一般个人信息'), t('up to 10,000 people, ordinary data', '1 万人以下，一般个人信息'),
      t('sensitive data, or up to 1 million people', '涉及敏感个人信息，或 100 万人以下'), t('more than 1 million people, or safety of life', '100 万人以上，或危及人身安全'),
    ),
  },
]
