import { isShown, numbered, shownItems } from '../number.ts'
import type { DraftSentence, Flag, Outline } from '../outline.ts'
import { placed } from './annex.ts'
import { piecesOf } from './placeholder.ts'
import { sourcesOf } from './source.ts'
import { holdsUnseen } from './visible.ts'
import { FLAG_WORDS } from './wording.ts'

const MOST_NAMED = 10

/** What must still be looked at in a draft that is about to leave: plain Chinese sentences. */
export function exportWarnings(outline: Outline): readonly string[] {
  const draft = numbered(outline)
  const sections = draft.sections.filter(isShown)
  const tasks = sections.flatMap(placed)
  const texts = [
    ...[draft.title, ...draft.opening.map(({ text }) => text)],
    ...sections.flatMap(({ heading, intro }) => [heading, ...intro.map(({ text }) => text)]),
    ...tasks.flatMap(({ item }) => [item.heading, ...item.sentences.map(({ text }) => text)]),
  ]
  const loose = tasks.filter(({ item }) => sourcesOf(item).length === 0)
  const sentences: readonly DraftSentence[] = [
    ...draft.opening,
    ...sections.flatMap(({ intro }) => intro),
    ...tasks.filter((task) => !loose.includes(task)).flatMap(({ item }) => item.sentences),
  ]
  const unproven = sentences.filter(({ verdict }) => verdict === 'unproven').length
  const blanks = texts.flatMap(piecesOf).filter(({ isPlaceholder }) => isPlaceholder).length
  const left = draft.sections.reduce(
    (sum, section) => sum + section.items.length - shownItems(section).length,
    0,
  )
  return [
    ...said(
      loose.length,
      (count) => `${count}项没有出处，请核实后再用：${named(loose.map(({ place }) => place))}。`,
    ),
    ...said(unproven, (count) => `${loose.length > 0 ? '另有' : ''}${count}句未经核验。`),
    ...said(blanks, (count) => `${count}处〔〕内容待填写。`),
    ...flagLines(tasks.flatMap(({ item }) => item.flags)),
    ...said(left, (count) => `${count}项已否决或随上级任务一并否决，没有导出。`),
    ...said(texts.filter(holdsUnseen).length, () => '文字中有不可见的特殊字符，已写成〔U+编号〕。'),
  ]
}

function said(count: number, sentence: (count: number) => string): readonly string[] {
  return count === 0 ? [] : [sentence(count)]
}

function named(places: readonly string[]): string {
  const more = places.length > MOST_NAMED ? '等' : ''
  return `${places.slice(0, MOST_NAMED).join('；')}${more}`
}

function flagLines(flags: readonly Flag[]): readonly string[] {
  return [...Map.groupBy(flags, ({ kind }) => kind)].map(
    ([kind, same]) => `${same.length}处提醒未处理：${FLAG_WORDS[kind]}。`,
  )
}
