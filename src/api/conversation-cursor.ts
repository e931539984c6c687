import type { ConversationHead } from '../conversation/index.ts'
import { InvalidRequestError } from '../error.ts'

type Place = Pick<ConversationHead, 'isPinned' | 'touched'>

/** Where a list of conversations goes on, as an opaque word. */
export function cursorOf({ isPinned, touched }: Place): string {
  return `${isPinned ? 'p' : 'c'}${touched.toString(36)}`
}

/** @throws InvalidRequestError for a cursor that is none of ours */
export function placeOf(cursor: string): Place {
  if (!/^[pc][0-9a-z]{1,10}$/u.test(cursor)) {
    throw new InvalidRequestError('翻页位置无效，请从第一页重新开始。', { details: { pointer: '/cursor' } })
  }
  return { isPinned: cursor.startsWith('p'), touched: Number.parseInt(cursor.slice(1), 36) }
}

/** The header that names the next page; none on the last. */
export function linkTo(path: string, limit: number, cursor: string | null): Record<string, string> {
  return cursor === null ? {} : { link: `<${path}?limit=${limit}&cursor=${cursor}>; rel="next"` }
}
