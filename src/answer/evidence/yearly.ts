import { findYears } from '../../text/index.ts'
import type { Evidence } from './evidence.ts'

const DATE =
  '(?:其中|分别)?(?:到|至|力争|确保)?20\\d{2}年(?:度|底|末|初|前|全年|上半年|下半年|\\d{1,2}月|[一二三四]季度)*'
/** Verbs and stages that go on about the subject before; another noun would be another subject. */
const STAGE =
  '再|要|力争|全部|全面|基本|实现|不少于|不低于|不超过|稳定在|达到|提高到|提升到|增加到|扩大到|增至|升至|降到|降至|控制在|完成|建成|新增|启动|开工|竣工|投用|启用|投入使用|投入运营|运行|运营|通过|国家|省级|市级|评估|评审|技术|验收|封顶|主体|结构|工程|建设|并|交付|搬迁|以上|以下|以内|左右'
const FIGURE = '\\d[\\d.,]*(?:%|‰|[万亿]?\\p{Script=Han}{0,2})'
const FURTHER = new RegExp(`^(?:[,，、;；]?${DATE}(?:${STAGE}|${FIGURE}){1,8}(?=[,，、;；。(（\\n]|$))+`, 'u')
const REACH = 160
/** Asks for what each of several years brings. */
export const YEARLY = /每年|逐年|各年|哪几年|[两三几]年(?:分别|里|怎么|各)|怎么变|按年|分年/u

/** Evidence with the clauses behind it that say the same of further years: 其中2024年12个、2025年15个. */
export function withFurtherYears(evidence: Evidence): Evidence {
  const { indexed, window, years } = evidence
  const [tail] = FURTHER.exec(indexed.view.slice(window.end, window.end + REACH)) ?? []
  if (tail === undefined) return evidence
  const further = findYears(tail).map(({ year }) => year)
  return {
    ...evidence,
    window: { start: window.start, end: window.end + tail.length },
    years: [...new Set([...years, ...further])],
  }
}

/** Whether a plan itself says that it speaks of a year, be it in the words that open the sentence. */
export function isOfYear({ years, carriedYears }: Evidence, year: number): boolean {
  return years.includes(year) || carriedYears.includes(year)
}
