import { cleft, framed } from './frame.ts'

/** What a sentence with 是 says of its first half: 达到的目标, 的情况. */
const GENERAL =
  /(?:提出|达到|实现|确定|设定|制定|明确|完成|规定|公布|要|应)?的?(?:目标|要求|任务|规定|情况|安排|数据|结果|指标|做法|水平|计划|部署|内容)$/u
const FIGURE = /\d|[一二三四五六七八九十两]成|半/u
const MOST = 80
const MOST_READINGS = 16

/**
 * The plain sentences a turned one stands for: 5家是全市的总数 is 全市的总数为5家; 建成5家，这是到2025年的目标 is 到2025年建成5家.
 * The sentence itself stands for itself, unless it is one that is always turned. Words only change places, so each is held against the original like any other claim.
 * @param view normalised claim without the source it names
 */
export function recast(view: string): readonly string[] {
  const words = view.trim().replace(/[。;.]+$/u, '')
  if (words.length > MOST || /[;。?]/u.test(words)) return [view]
  const once = turns(words)
  const twice = once.flatMap(turns)
  // A predicate in front of its subject must not be read as told of what was named before.
  return [...new Set([...(cleft(words).length > 0 ? [] : [view]), ...once, ...twice])].slice(0, MOST_READINGS)
}

function turns(words: string): readonly string[] {
  const split = cleft(words)
  if (split.length > 0) return split
  return [
    ...turned(words),
    ...pointed(words),
    ...shared(words),
    ...compared(words),
    ...led(words),
    ...moved(words),
    ...framed(words),
  ]
}

/** 61.69%是…的城镇化率. */
function turned(words: string): readonly string[] {
  const match = /^(?<what>[^,]{2,24}?),?(?:这|该)?(?:就|正|便|即)?是(?<of>[^,是]{4,})$/u.exec(words)
  const { what = '', of = '' } = match?.groups ?? {}
  if (match === null || !FIGURE.test(what) || GENERAL.test(of)) return []
  return [`${of}为${what}`]
}

/** …，这是截至2023年10月底的情况; …，是到2025年要达到的目标. */
function pointed(words: string): readonly string[] {
  const match = /^(?<what>.{4,}?),(?:这|此|上述)?(?:就|正|便|均|都)?(?:是|为)(?<of>[^,是]{3,})$/u.exec(words)
  const { what = '', of = '' } = match?.groups ?? {}
  if (match === null || !GENERAL.test(of)) return []
  const frame = of.replace(GENERAL, '')
  const parts = what.replaceAll('、', ',')
  return [...new Set([what, parts])].flatMap((told) =>
    frame === '' ? [told] : [`${frame},${told}`, `${frame}${told}`],
  )
}

/** 总消费中，住宿所占比重为5%, as 住宿占总消费的5%. */
function shared(words: string): readonly string[] {
  const match =
    /^(?<whole>[^,]{2,20}?)(?:当?中|里),?(?<part>[^,]{2,20}?)所?占(?:比[重例]?|的?比[重例])?(?:为|达到|达)?(?<figure>[^,]+)$/u.exec(
      words,
    )
  const { whole = '', part = '', figure = '' } = match?.groups ?? {}
  return match === null || !FIGURE.test(figure) ? [] : [`${part}占${whole}的${figure}`]
}

/** 与2022年相比，浓度下降6%, as 浓度比2022年下降6%. */
function compared(words: string): readonly string[] {
  const match = /^[与同和跟比较](?<base>[^,]{2,10}?)(?:相比|比较),(?<rest>[^,]+)$/u.exec(words)
  const { base = '', rest = '' } = match?.groups ?? {}
  const at = rest.search(/(?:增长|下降|提高|降低|增加|减少|上升|回落|提升|上涨|下跌|快|慢|多|少)[^,]{0,3}\d/u)
  return match === null || at < 0 ? [] : [`${rest.slice(0, at)}比${base}${rest.slice(at)}`]
}

/** 供水单位因检修停水的，应当…, as 因检修停水的，供水单位应当…. */
function led(words: string): readonly string[] {
  const match =
    /^(?<who>[^,]{1,12}?(?:单位|部门|机构|企业|者|人|局|委|学校|医院|政府|公司))(?<when>(?:因|如|若|在|经|发生|需要?|拟|未).{2,}?(?:的|时|后|同意|批准|许可)),(?<rest>.+)$/u.exec(
      words,
    )
  const { who = '', when = '', rest = '' } = match?.groups ?? {}
  return match === null ? [] : [`${when},${who}${rest}`]
}

/** 收入比由2022年的2.31降至2023年的2.25, as 2023年收入比由上年的2.31降至2.25. */
function moved(words: string): readonly string[] {
  const match =
    /^(?<what>[^,]{2,40}?)[由从](?<before>20\d{2})年的(?<old>[^,]{1,16}?)(?<verb>\p{Script=Han}{0,3}[到至为])(?<year>20\d{2})年的(?<figure>[^,]+)$/u.exec(
      words,
    )
  const { what = '', before = '', old = '', verb = '', year = '', figure = '' } = match?.groups ?? {}
  if (match === null || Number(before) + 1 !== Number(year)) return []
  return [`${year}年${what}由上年的${old}${verb}${figure}`]
}
