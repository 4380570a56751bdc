import type { Refused } from './parse.ts'
import { shown, type Text } from './problem.ts'
import { formatRange, type Range } from './range.ts'

export type RefusalCode = Refused | 'declared' | 'none' | 'outside' | 'special' | 'nameOutside' | 'unresolved' | 'tooMany'

/** Why targets may not be checked; `target` as it was written, '' when it is about all of them. */
export interface Refusal {
  readonly code: RefusalCode
  readonly target: string
  readonly text: Text
}

const make = (code: RefusalCode, target: string, en: string, zh: string): Refusal => ({ code, target, text: { en, 'zh-CN': zh } })

const named = 5
const list = (ranges: readonly Range[], between: string, more: (count: number) => string): string =>
  ranges.slice(0, named).map(formatRange).join(between) + (ranges.length > named ? more(ranges.length - named) : '')
const inEnglish = (ranges: readonly Range[]): string => list(ranges, ', ', (rest) => ` and ${rest} more`)
const inChinese = (ranges: readonly Range[]): string => list(ranges, '、', (rest) => ` 等（另有 ${rest} 段）`)
// A name tells the addresses that it leads to; an address or range only where it is not wholly meant.
const partEn = (target: string, parts: readonly Range[]): string => (inEnglish(parts) === target ? target : `${shown(target)} (${inEnglish(parts)})`)
const partZh = (target: string, parts: readonly Range[]): string => (inChinese(parts) === target ? `${target} ` : `${shown(target)}（${inChinese(parts)}）`)

const forms: Readonly<Record<Refused, (instead: string) => readonly [en: string, zh: string]>> = {
  plain: () => ['is not an IPv4 address as it must be written: four decimal numbers from 0 to 255 without leading zeros', '不符合 IPv4 地址写法：应为四个 0–255 的十进制数，不带前导零'],
  hostBits: (instead) => [`does not begin where a block of that size begins: write ${instead}, or the single address`, `不是该网段的起始地址：请写作 ${instead}，或只写单个地址`],
  reversed: () => ['ends before it begins', '的结束地址小于起始地址'],
  zone: () => ['names a network interface (%), which is not accepted', '带有网络接口标识（%），不予接受'],
  syntax: () => ['is no address, CIDR block, range or host name (names in other scripts: in their xn-- form)', '不是 IP 地址、CIDR 网段、地址范围或主机名（中文域名请写成 xn-- 形式）'],
}

export const malformed = (code: Refused, target: string, instead = ''): Refusal => {
  const [en, zh] = forms[code](instead)
  return make(code, target, `${shown(target)} ${en}.`, `${shown(target)} ${zh}。`)
}

export const badDeclaration = (code: Refused, declared: string, instead = ''): Refusal => {
  const [en, zh] = forms[code](instead)
  return make('declared', declared, `A declared range cannot be used: ${shown(declared)} ${en}.`, `已申报的范围无法使用：${shown(declared)} ${zh}。`)
}

export const noTarget = (): Refusal => make('none', '', 'No target is given.', '未填写检查目标。')

export const outside = (target: string, parts: readonly Range[]): Refusal =>
  make('outside', target, `${partEn(target, parts)} lies outside the ranges the organisation has declared.`, `${partZh(target, parts)}不在本组织已申报的范围内。`)

export const special = (target: string, parts: readonly Range[], kind: Text): Refusal =>
  make(
    'special', target, `${partEn(target, parts)}: ${kind.en} may be checked only where they are declared by themselves.`,
    `${partZh(target, parts)}属于${kind['zh-CN']}，须单独申报后方可检查。`,
  )

export const nameOutside = (name: string): Refusal =>
  make('nameOutside', name, `${shown(name)} ends in none of the host names the organisation has declared.`, `${shown(name)} 不属于本组织已申报的主机名后缀。`)

export const unresolved = (name: string): Refusal =>
  make('unresolved', name, `The addresses of ${shown(name)} cannot be found.`, `无法解析 ${shown(name)} 的地址。`)

export const tooMany = (found: bigint, most: bigint): Refusal =>
  make('tooMany', '', `The targets are ${found} addresses, at most ${most} may be checked at once.`, `检查目标共 ${found} 个地址，一次最多检查 ${most} 个。`)
