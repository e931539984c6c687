import { pick, type Random } from '../proof/random.ts'

/** Makes a false sentence of a true one by its words; undefined where the kind does not apply. */
export type WordChange = (sentence: string, random: Random) => string | undefined

const NUMBER = /(?<![\d.])\d+(?:\.\d+)?(?![\d.]|年|[—-]\d)/gu

function swapOne(pairs: readonly (readonly [RegExp, string])[]): WordChange {
  return (sentence, random) => {
    const pair = pick(
      pairs.filter(([from]) => from.test(sentence)),
      random,
    )
    return pair === undefined ? undefined : sentence.replace(pair[0], pair[1])
  }
}

function changedAt(sentence: string, pattern: RegExp, random: Random, change: (found: string) => string) {
  const match = pick([...sentence.matchAll(pattern)], random)
  if (match === undefined) return undefined
  return sentence.slice(0, match.index) + change(match[0]) + sentence.slice(match.index + match[0].length)
}

/** A number near the true one: twice as much, one more, another digit, another place of the point. */
function anotherNumber(number: string, random: Random): string {
  const value = Number(number)
  const changes = [value * 2, value + 1, value * 10, value / 10, value + (number.includes('.') ? 0.1 : 3)]
  const other = pick(
    changes.map((changed) => String(Number(changed.toFixed(3)))).filter((changed) => changed !== number),
    random,
  )
  return other ?? `${number}1`
}

const ADDITIONS = [
  '，并已提前完成',
  '，居全省前列',
  '，所需经费由财政全额保障',
  '，群众满意度明显提升',
  '，由主要负责人牵头落实',
]

export const WORD_CHANGES: Readonly<Record<string, WordChange>> = {
  year: (sentence, random) =>
    changedAt(sentence, /20\d\d(?=年|—)/gu, random, (year) =>
      String(Number(year) + (pick([-2, -1, 1, 2], random) ?? 1)),
    ),
  number: (sentence, random) =>
    changedAt(sentence, NUMBER, random, (number) => anotherNumber(number, random)),
  unit: swapOne([
    [/(?<=\d)(?:%|％)/u, '‰'],
    [/(?<=\d)‰/u, '%'],
    [/(?<=\d)亿元/u, '万元'],
    [/(?<=\d)[万萬]元/u, '亿元'],
    [/(?<=\d)[万萬](?!元)/u, '亿'],
    [/个百分点|個百分點/u, '%'],
    [/(?<=\d)(?:家|所|个|個)(?!月|百)/u, '批'],
    [/(?<=\d)(?:人次|名)/u, '户'],
    [/(?<=\d)人(?!次)/u, '万人'],
    [/(?<=\d)(?:张|張)/u, '间'],
    [/(?<=\d)(?:分钟|分鐘)/u, '小时'],
    [/(?<=\d)台/u, '万台'],
    [/(?<=\d)(?:项|項)/u, '类'],
  ]),
  comparator: swapOne([
    [/以上/u, '以下'],
    [/以内|以內/u, '以上'],
    [/以下/u, '以上'],
    [/不低于|不低於|不少于|不少於/u, '不超过'],
    [/不超过|不超過|不高于/u, '不低于'],
    [/左右/u, '以上'],
    [/以上/u, ''],
    [/至少/u, '至多'],
    [/(?:达到|達到)(?=\d)/u, '不足'],
    [/(?:控制在|降至|降到)(?=\d)/u, '升至'],
  ]),
  negation: swapOne([
    [/(?<!不)(?:达到|達到)/u, '未达到'],
    [/(?<=^|[，,。；：])(?:完成|实现|推进|建设|开展|建立|新增|加强|落实|实施|深入|提升|加快)/u, '不再$&'],
    [/完成/u, '未完成'],
    [/实现/u, '未实现'],
    [/不得/u, '可以'],
    [/不(?=低|少|超|高)/u, ''],
    [/建成/u, '未建成'],
  ]),
  addition: (sentence, random) => sentence.replace(/[。]?$/u, `${pick(ADDITIONS, random) ?? ''}。`),
}
