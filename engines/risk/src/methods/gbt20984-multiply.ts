import { deepFreeze } from '../freeze.ts'
import type { MethodDefinition } from '../schema.ts'
import { text } from '../text.ts'
import { fiveLevels, fivePoint } from './scales.ts'

/** GB/T 20984-2007 multiplication: risk = √(T·V) · √(A·V) = √(A·T·V²), graded by A·T·V² against 25, 100, 225, 400. */
export const gbt20984Multiply: MethodDefinition = deepFreeze({
  id: 'gbt20984-multiply',
  version: '1.0.0',
  title: text('GB/T 20984-2007 multiplication method', 'GB/T 20984-2007 相乘法'),
  status: 'legacy',
  note: text(
    'The multiplication example in the annex of GB/T 20984-2007, replaced by the 2022 edition. The vulnerability ' +
      'enters both likelihood and loss, so it weighs as much as asset and threat together. The bands are printed as ' +
      'whole numbers (1–5, 6–10, …) and leave gaps; here each reaches up to and including its upper edge, so that ' +
      'anything above 5 is in the second. Levels come from whole numbers; the root is rounded for display only.',
    '采用 GB/T 20984-2007 附录的相乘法示例，该标准已被 2022 版代替。脆弱性在可能性和损失中各计一次，权重相当于资产与威胁之和。' +
      '分档按整数给出（1～5、6～10……），档间有空隙；此处每档含上限，大于 5 即入第二档。等级用整数比较得出，根式取近似值仅供显示。',
  ),
  factors: [
    fivePoint('asset', text('Asset value', '资产价值')),
    fivePoint('threat', text('Threat frequency', '威胁出现频率')),
    fivePoint('vulnerability', text('Severity of the vulnerability', '脆弱性严重程度')),
  ],
  levels: fiveLevels,
  stages: [
    {
      kind: 'root-product',
      id: 'likelihood',
      title: text('Likelihood of a security event', '安全事件发生的可能性'),
      factors: ['threat', 'vulnerability'],
    },
    {
      kind: 'root-product',
      id: 'loss',
      title: text('Loss from a security event', '安全事件造成的损失'),
      factors: ['asset', 'vulnerability'],
    },
    {
      kind: 'root-product',
      id: 'risk',
      title: text('Risk', '风险'),
      factors: ['asset', 'threat', 'vulnerability', 'vulnerability'],
      bands: [5, 10, 15, 20, 25],
    },
  ],
})
