import { isShown, shownItems } from '../../../outline/number.ts'
import type { Outline } from '../../../outline/outline.ts'
import type { Finding } from './finding.ts'

/** Faults of form a writer should know of; the words are left as they are. */
const FAULTS: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  { pattern: /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u, message: '汉字旁用了半角标点' },
  { pattern: /\d{4}年(?:0\d月|\d{1,2}月0\d日)/u, message: '日期的月、日不编虚位（1月不写作01月）' },
  { pattern: /[[（(［]\d{4}[\]）)］]\s*\d+号/u, message: '文号的年份应使用六角括号〔〕' },
  { pattern: /〔\d{4}〕第\d+号/u, message: '文号的序号前不加“第”字' },
]
const TYPED_NUMBER = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d))/u

/** Each fault once, with an example. */
export function wordingFindings({ title, opening, sections }: Outline): readonly Finding[] {
  const shown = sections.filter(isShown)
  const items = shown.flatMap(shownItems)
  const headings = [...shown.map(({ heading }) => heading), ...items.map(({ heading }) => heading)]
  const sentences = [
    ...opening,
    ...shown.flatMap(({ intro }) => intro),
    ...items.flatMap((item) => item.sentences),
  ].map(({ text }) => text)
  const firsts = items.map(({ heading, sentences: [first] }) => heading || (first?.text ?? ''))
  return [
    ...FAULTS.flatMap(({ pattern, message }) =>
      example([title, ...headings, ...sentences], pattern, 'P2', message),
    ),
    ...example(
      shown.map(({ heading }) => heading),
      /[。，；：]$/u,
      'P2',
      '一级标题末尾有标点',
    ),
    ...example(
      [...shown.map(({ heading }) => heading), ...firsts],
      TYPED_NUMBER,
      'P1',
      '序号由程序编排，文字里另有序号',
    ),
  ]
}

function example(
  texts: readonly string[],
  pattern: RegExp,
  grade: Finding['grade'],
  message: string,
): readonly Finding[] {
  const text = texts.find((candidate) => pattern.test(candidate))
  if (text === undefined) return []
  const at = Math.max(0, text.search(pattern) - 6)
  return [{ grade, message: `${message}：“${text.slice(at, at + 20)}”` }]
}
