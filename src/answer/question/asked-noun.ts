/** What a question wants named or counted: the noun beside its asking word, and whether it is counted. */
export interface AskedNoun {
  readonly noun: string
  readonly isCounted: boolean
}

const UNIT =
  '(?:个百分点|分钟|小时|个月|平方米|万元|亿元|人次|[家个人名台所座对管辆例次张万亿元岁天秒支套条件场户种类批年只头枚幅部首株棵块本册篇份处间层届道]|项(?!目))'
const COUNTED = new RegExp(
  `(?:多少|(?<!哪)几)(?:万|亿)?${UNIT}(?:\\p{Script=Han}{1,6}?的)?(?<noun>\\p{Script=Han}{2,6}?)(?=$|[?？，,呢吗]|才|的|都?是)`,
  'u',
)
/** 几条线: a noun of one letter behind a measure that counts nothing else. */
const COUNTED_LETTER =
  /(?:多少|(?<!哪)几)[条首种只头枚幅部株棵块本册篇份间座道](?<noun>\p{Script=Han})(?=$|[?？，,呢吗])/u
const BARE = new RegExp(`(?:多少|(?<!哪)几)${UNIT}[?？呢]?$`, 'u')
const NAMED =
  /(?<=的|^|[，,])(?<noun>\p{Script=Han}{2,5}?)(?:定)?(?:(?:是|为|叫|有)(?:谁|什么|甚么|何|哪些|哪位|哪里|哪几|多少(?!\p{Script=Han})|几(?!\p{Script=Han})|[?？]?$)|设?在(?:哪里|哪儿|何处|何地|什么地方))/u
const WHICH = /(?:什么|哪些|哪种|何种|哪几种)(?<noun>\p{Script=Han}{2,4})(?=$|[?？，,呢吗])/u
/** These ask and name nothing. */
const EMPTY =
  /来着|才行|左右|以上|以下|的$|时候|时间|地方|名字|名称|原因|目标|内容|情况|数量|措施|任务|要求|变化|东西|样子|意思|作用|关系|总数|人数|个数|问题|事情|方面|分别|一共|总共|依次|[这那]|^其|的[啊呀吧呢]?$|具体|主要|最后/u
/** 设计者 is who designed: the verb tells as much. */
const AGENT = /^(?<verb>\p{Script=Han}{1,3})[者人员]$/u

/**
 * The noun that the answer must name; null when the question says none.
 * @param asked normalised question
 * @param topic what stands before an asking that ends the question: 三级医院要建成多少家
 */
export function askedNoun(asked: string, topic: string | null = null): AskedNoun | null {
  const counted =
    (COUNTED.exec(asked) ?? COUNTED_LETTER.exec(asked))?.groups?.noun ??
    (BARE.test(asked) ? topic : null) ??
    undefined
  const named = NAMED.exec(asked)?.groups?.noun ?? WHICH.exec(asked)?.groups?.noun
  const noun = counted ?? named
  return noun === undefined || EMPTY.test(noun) ? null : { noun, isCounted: counted !== undefined }
}

/** The noun stands there, and another may be what is counted. */
export const HALF_NAMED = 0.5

/** How surely a text names the noun: 1 when it does, and counts it where it is counted; 0 when not at all. */
export function namesNoun({ noun, isCounted }: AskedNoun, view: string): number {
  const verb = AGENT.exec(noun)?.groups?.verb
  if (verb !== undefined && view.includes(verb)) return 1
  if (isCounted && isCountedIn(noun, view)) return 1
  if (view.includes(noun)) return isCounted ? HALF_NAMED : 1
  // 药物处理 behind 什么 is a noun and a verb.
  const halves = isCounted ? [noun.slice(-2)] : [noun.slice(-2), noun.slice(0, 2)]
  return halves.some((half) => view.includes(half)) ? HALF_NAMED : 0
}

/** 一起, 一些 and 这一层 count nothing. */
const FIGURE = '(?!一[起些直般样同定边面])(?<![这那某每同另])[\\d一二三四五六七八九十百千万亿两.余多]+'

/** 17名乘客, 三级医院总数达到35家: the figure stands beside the whole noun, with nothing but a measure between. */
function isCountedIn(noun: string, view: string): boolean {
  const before = `${FIGURE}\\s*\\p{Script=Han}{0,2}?(?:以上|左右|以内)?${noun}(?!\\p{Script=Han}{1,2}(?:率|额))`
  const behind = `${noun}(?:总?数|数量)?(?:达到?|增加到|增至|为|共|有|不少于|超过)?\\s*${FIGURE}`
  return new RegExp(`${before}|${behind}`, 'u').test(view)
}
