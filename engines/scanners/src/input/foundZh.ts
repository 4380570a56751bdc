// What was found in place of something else, in Chinese. What is quoted from the report stays as it is; what a library says and is not here is given in its words, as such.

const phrases: readonly (readonly [RegExp, string])[] = [
  [/^unexpected end$/, '内容提前结束'],
  [/^<(.+)> is not closed$/s, '<$1> 未闭合'],
  [/^no element$/, '没有任何元素'],
  [/^gzip$/, 'gzip 数据不完整'],
  [/^a character that XML does not have$/, '含有 XML 不允许的字符'],
  [/^text outside of the root element$/, '根元素之外有文本'],
  [/^"\]\]>" in a text$/, '文本中出现“]]>”'],
  [/^"(.+)" is no known entity$/s, '未知实体“$1”'],
  [/^(.+) where nothing is open$/s, '$1 没有对应的开始标签'],
  [/^(.+) where <(.+)> is open$/s, '$1 与未闭合的 <$2> 不匹配'],
  [/^"\/" within a tag$/, '标签中出现“/”'],
  [/^no space before an attribute$/, '属性前缺少空格'],
  [/^an attribute without a value$/, '属性没有值'],
  [/^an attribute without quotes$/, '属性值没有引号'],
  [/^"<" in the value of an attribute$/, '属性值中出现“<”'],
  [/^the attribute (.+) comes twice$/s, '属性 $1 重复'],
  [/^a second root element$/, '出现第二个根元素'],
  [/^"--" in a comment$/, '注释中出现“--”'],
  [/^"<!" of no known kind$/, '无法识别的“<!”声明'],
  [/^a document type that is not at the beginning$/, '文档类型声明不在开头'],
  [/^Unexpected token (.+?),.*$/s, '出现意外的 $1'],
  [/^Unexpected (?:end of JSON input|non-whitespace character.*)$/s, 'JSON 不完整或有多余内容'],
  [/^Unterminated string.*$/s, '字符串未结束'],
  [/^Bad (?:control character|escaped character|Unicode escape).*$/s, '字符串中有无效字符'],
  [/^Expected (.+)$/s, '此处语法有误（$1）'],
  [/^more than (\d+) files$/, '文件超过 $1 个'],
  [/^it is encrypted$/, '已加密'],
  [/^two files of this name$/, '有两个同名文件'],
  [/^a checksum is wrong$/, '校验和不符'],
]

/** The same in Chinese. */
export const foundZh = (found: string): string => {
  for (const [phrase, chinese] of phrases) if (phrase.test(found)) return found.replace(phrase, chinese)
  return found
}
