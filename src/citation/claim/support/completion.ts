import type { PreparedEvidence } from '../clause/evidence.ts'
import { namesAnother } from './name.ts'

/** Nouns that are always somebody's or something's; where the owner is not named, it is the one last spoken of. */
const OWNED =
  /(?:工程|项目|房源|租金|总投资|总造价|造价|工期|期程|正线|全长|\p{Script=Han}{2}率|\p{Script=Han}{2}金额|回收量|处置量|资助名额|死亡人数|受伤人数|总经费)/gu
const COUNTER = '个|盏|户|名|家|处|项|条|所|辆|套|起|件|台|座|栋|宗|只|头|株|艘|间'
const COUNTED = new RegExp(`(?<figure>\\d[\\d,.]*)(?<counter>${COUNTER})(?<noun>\\p{Script=Han}{2,8})`, 'gu')
/** What may stand in front of a figure and is no noun that is counted. */
const LEADING = /(?:其中|剩余|其余|目前|已|有|共|约|近|另|[的中余为是达致成]|^|[^\p{Script=Han}])$/u
/** What may stand in front of an owned noun that has no owner by its side. */
const OWNERLESS = /(?:^|[^\p{Script=Han}]|第[一二三四五六七八九十]批|该|本|此|其)$/u
const MOST_LETTERS = 14
const FEWEST_LETTERS = 2

/**
 * The claim without a noun that it fills in from what the text speaks of: 2个项目未开工 where the text counts 26个项目,
 * 2个未开工. Empty unless nothing else in the text could be meant.
 * @param view normalised claim
 */
export function completed(view: string, prepared: PreparedEvidence): readonly string[] {
  return [...uncounted(view, prepared), ...disowned(view, prepared), ...parted(view, prepared)]
}

function uncounted(view: string, { view: text }: PreparedEvidence): readonly string[] {
  const sentences = text.split(/[。;\n]/u)
  const told = view.replace(COUNTED, (whole, figure: string, counter: string, words: string) => {
    const counting = sentences.filter((sentence) => sentence.includes(figure + counter))
    for (let length = words.length; length >= FEWEST_LETTERS; length--) {
      const noun = words.slice(0, length)
      if (counting.length > 0 && counting.every((sentence) => isOnlyCounted(noun, counter, sentence)))
        return figure + counter + words.slice(length)
    }
    return whole
  })
  return told === view ? [] : [told]
}

/** Whether a sentence counts one noun with a word of count, and no other. */
function isOnlyCounted(noun: string, counter: string, sentence: string): boolean {
  const mentions = [...sentence.matchAll(new RegExp(`\\d[\\d,.]*${counter}`, 'gu'))]
  const isNamed = ({ index, 0: { length } }: RegExpExecArray) =>
    (sentence
      .slice(0, index)
      .replace(/[共有总约为]+$/u, '')
      .endsWith(noun) &&
      !/^\p{Script=Han}/u.test(sentence.slice(index + length))) ||
    sentence
      .slice(index + length)
      .replace(/^的/u, '')
      .startsWith(noun)
  const [first] = mentions
  return (
    first !== undefined &&
    mentions.length > 1 &&
    isNamed(first) &&
    mentions.every((mention) => isNamed(mention) || LEADING.test(sentence.slice(0, mention.index)))
  )
}

function disowned(view: string, prepared: PreparedEvidence): readonly string[] {
  return [...view.matchAll(OWNED)].flatMap(({ 0: owned, index }) => {
    for (let length = Math.min(MOST_LETTERS, index); length >= FEWEST_LETTERS; length--) {
      const owner = view.slice(index - length, index).replace(/的$/u, '')
      if (!/^\p{Script=Han}{2,}$/u.test(owner)) continue
      if (!isOnlyOwner(owner, owned, prepared) && !isJustCounted(owner, owned, prepared)) continue
      return [view.slice(0, index - length) + view.slice(index)]
    }
    return []
  })
}

/** Whether a text speaks of one owner, in its title and before, and never of somebody else's. */
function isOnlyOwner(owner: string, owned: string, { titleView, view: text }: PreparedEvidence): boolean {
  const title = titleView.indexOf(owner)
  if (
    title === -1 ||
    /[和与及、]/u.test((titleView[title - 1] ?? '') + (titleView[title + owner.length] ?? ''))
  )
    return false
  if (text.includes(owner + owned) || !text.includes(owner)) return false
  const places = [...text.matchAll(new RegExp(owned, 'gu'))].map(({ index }) => index)
  const last = places.at(-1) ?? -1
  if (places.length !== 1 || text.indexOf(owner) > last || !OWNERLESS.test(text.slice(0, last))) return false
  return !namesAnother(text.slice(0, last), titleView)
}

/** 受理举报2.3万件，办结率98%: a rate is of what was counted right in front of it. */
function isJustCounted(owner: string, owned: string, { view: text }: PreparedEvidence): boolean {
  const figure = '(?:约|近|超过)?\\d[\\d,.]*[\\p{Script=Han}%]{1,4}'
  return new RegExp(`${owner}${figure},${owned}(?:为|达|达到)?\\d`, 'u').test(text)
}

/** 支出中，民生支出占八成, as 支出其中民生支出占八成, in one breath, so that both are of one sentence. */
function parted(view: string, { view: text }: PreparedEvidence): readonly string[] {
  const match = /^(?<whole>[^,]{3,30}?)当?[中里],(?<rest>[^。;]+)/u.exec(view.trim())?.groups
  const { whole = '', rest = '' } = match ?? {}
  return match === undefined || !text.includes(`其中${rest.slice(0, FEWEST_LETTERS)}`)
    ? []
    : [`${whole}其中${rest}`]
}
