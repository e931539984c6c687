import { type Context, distinct, type FrameNames, frameFor, frameText, joined, namesOf } from './frame.ts'
import { bodyOf, type Reading, read, topicOf } from './reading.ts'
import type { Resolution } from './resolution.ts'
import { resolved, unclear } from './resolution.ts'

/** The last two questions side by side, when they ask the same of two places or years. */
export function resolveComparison(asking: string, { last, before, catalogue }: Context): Resolution {
  const body = bodyOf(last)
  const own = { places: namesOf(last.places), years: namesOf(last.years) }
  if (own.places.length > 1 || own.years.length > 1)
    return resolved(frameFor(undefined, undefined, last) + topicOf(body, catalogue) + askedComparison(asking))
  const topic = topicOf(body, catalogue)
  const earlier = before
    .slice(0, -1)
    .toReversed()
    .map((question) => read(question, catalogue))
    .find((reading) => topicOf(bodyOf(reading), catalogue) === topic && differs(reading, own))
  if (earlier === undefined)
    return unclear('前面没有问过可以放在一起比的两项。请写明比较哪两个地区或年份的什么内容。')
  const then = { places: namesOf(earlier.places), years: namesOf(earlier.years) }
  const pairs = [then, own].map(frameText)
  const isPaired = joined(then.places) !== joined(own.places) && joined(then.years) !== joined(own.years)
  const frame = isPaired
    ? joined(pairs)
    : frameText({
        places: distinct([...then.places, ...own.places]),
        years: distinct([...then.years, ...own.years]),
      })
  return resolved(frame + body)
}

function differs(reading: Reading, own: FrameNames): boolean {
  return frameText({ places: namesOf(reading.places), years: namesOf(reading.years) }) !== frameText(own)
}

function askedComparison(asking: string): string {
  return /多少|哪|谁|什么|何/u.test(asking) ? asking : '有什么不同'
}
