import { Converter } from 'opencc-js'
import { pick, type Random } from './random.ts'

export interface Context {
  /** The sentence right behind in the text. */
  readonly next: string | undefined
  readonly title: string
  readonly random: Random
}

/** Says the same in other words; undefined where the kind does not apply. */
export type Rewriting = (sentence: string, context: Context) => string | undefined

const INTENSIFIERS =
  /切实|进一步|大力|着力|不断|持续|深入(?=推进|开展|实施|推动)|扎实|积极|认真|有力|稳步|加快(?=推进|建设|完善)|全力|坚决|严格|始终|广泛|及时|全面(?=落实|推进|加强|实施|深化|推行)/gu

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/不低于(\d+(?:\.\d+)?(?:%|‰|家|个|所|万人|万元))/u, '$1以上'],
  [/不低于(?=\d)/u, '至少'],
  [/不少于/u, '不低于'],
  [/(\d+(?:\.\d+)?(?:%|家|个|所|张|万斤|亿斤|人))以上/u, '不少于$1'],
  [/达到(?=\d)/u, '达'],
  [/达(?=\d)/u, '达到'],
  [/开展(?=[^，。]{2})/u, '组织开展'],
  [/建成(?=[^，。]{2})/u, '完成建设'],
  [/应当/u, '应'],
  [/不得/u, '禁止'],
  [/加强/u, '强化'],
  [/推进/u, '推动'],
  [/提高/u, '提升'],
  [/完善/u, '健全'],
  [/确保/u, '保证'],
  [/比上年/u, '较上年'],
  [/制定/u, '制订'],
  [/增加(?=\d)/u, '增长'],
  [/和/u, '与'],
  [/不超过(?=\d)/u, '至多'],
]

const HAN = '零一二三四五六七八九'

function hanNumeral(value: number): string {
  if (value < 10) return HAN[value] ?? ''
  if (value === 100) return '百'
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : HAN[tens]}十${value % 10 === 0 ? '' : HAN[value % 10]}`
}

function hanShare(figure: string): string {
  const [whole = '', fraction] = figure.split('.')
  const rest = fraction === undefined ? '' : `点${[...fraction].map((digit) => HAN[Number(digit)]).join('')}`
  return `百分之${hanNumeral(Number(whole))}${rest}`
}

const FORMATS: readonly ((sentence: string) => string)[] = [
  (s) => s.replace(/(?<![\d.])(\d{1,2}(?:\.\d+)?|100)%/gu, (_, figure: string) => hanShare(figure)),
  (s) => s.replace(/(?<![\d.])([1-9])0%/gu, (_, digit: string) => `${HAN[Number(digit)]}成`),
  (s) =>
    s.replace(
      /(\d+(?:\.\d+)?)万亿/gu,
      (_, figure: string) => `${Number((Number(figure) * 1e4).toFixed(4))}亿`,
    ),
  (s) =>
    s.replace(
      /(\d+(?:\.\d+)?)亿(?!件|吨|千)/gu,
      (_, figure: string) => `${Number((Number(figure) * 1e4).toFixed(4))}万`,
    ),
  (s) => s.replace(/(\d+(?:\.\d+)?)万(?!亿)/gu, (_, figure: string) => `${Math.round(Number(figure) * 1e4)}`),
  (s) => s.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (s) => s.replace(/(?<![\d.])(\d{1,3})(\d{3})(?=家|人|元|个|公里|名|张)/gu, '$1,$2'),
]

const DEPENDENT =
  /^(?:其中|增长|下降|同比|比|较|占|为|达|净增|但|并|其|该|均|总里程|累计|分别|增速|惠及|对|每|推动|全长|设站|保障|年末|当年|首期|建成|支持)/u

function reordered(sentence: string): string | undefined {
  const clauses = sentence.replace(/。$/u, '').split('，')
  if (clauses.length < 2 || clauses.length > 5 || /[；：“”《]|分别|其中|不得|但/u.test(sentence))
    return undefined
  const last = clauses.at(-1) ?? ''
  if (clauses.some((clause) => DEPENDENT.test(clause) || clause.length < 5)) {
    const isDated = /^(?:到|截至)?20\d{2}年[底末]?$/u.test(clauses[0] ?? '')
    return isDated && !clauses.slice(1).some((clause) => DEPENDENT.test(clause))
      ? `${clauses.slice(1).join('，')}，${clauses[0]}。`
      : undefined
  }
  if (/^(?:围绕|按照|以|通过|为|根据|依托|结合|在|面对|对)|(?:局|部门)/u.test(sentence)) return undefined
  return `${[last, ...clauses.slice(0, -1)].join('，')}。`
}

const scripts = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }))

export const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  verbatim: (sentence) => sentence,
  intensifier: (sentence) => changed(sentence, sentence.replace(INTENSIFIERS, '')),
  reordered,
  fused: (sentence, { next, random }) =>
    next === undefined || sentence.length + next.length > 160
      ? undefined
      : sentence.replace(/。$/u, pick(['，', '；', '，同时', '，并'], random) ?? '，') + next,
  source: (sentence, { title, random }) =>
    pick(
      [`《${title}》提出，${sentence}`, `《${title}》明确：${sentence}`, `根据《${title}》，${sentence}`],
      random,
    ),
  format: (sentence, { random }) =>
    pick(
      FORMATS.flatMap((format) => changed(sentence, format(sentence)) ?? []),
      random,
    ),
  synonym: (sentence, { random }) =>
    pick(
      SYNONYMS.flatMap(([from, to]) => changed(sentence, sentence.replace(from, to)) ?? []),
      random,
    ),
  traditional: (sentence, { random }) => changed(sentence, pick(scripts, random)?.(sentence) ?? sentence),
}

function changed(before: string, after: string): string | undefined {
  return before === after ? undefined : after
}
