import type { OpenAPIHono } from '@hono/zod-openapi'
import { NotFoundError } from '../error.ts'
import { discard, eraseExpired, openBin, unknownConversation } from './conversation-bin.ts'
import { cursorOf, linkTo, placeOf } from './conversation-cursor.ts'
import { toConversationHeadJson, toConversationJson, toFeedbackJson } from './conversation-json.ts'
import * as route from './conversation-route.ts'
import { searchConversations } from './conversation-search.ts'
import type { ApiDeps } from './deps.ts'
import { keepFeedback } from './feedback.ts'
import { receiptCursorOf, receiptNumberOf } from './receipt-json.ts'

const UNKNOWN = '没有这段对话。'

/** Conversations, and what readers say of answers. */
export function conversationRoutes(app: OpenAPIHono, deps: ApiDeps): void {
  const { conversations, answers, feedback } = deps
  app
    .openapi(route.listConversations, (c) => {
      const { limit, cursor } = c.req.valid('query')
      eraseExpired(deps)
      const found = conversations.list(limit + 1, cursor === undefined ? undefined : placeOf(cursor))
      const last = found.length > limit ? found[limit - 1] : undefined
      const next = last === undefined ? null : cursorOf(last)
      const shown = found.slice(0, limit).map(toConversationHeadJson)
      return c.json({ conversations: shown, next_cursor: next }, 200, linkTo(c.req.path, limit, next))
    })
    .openapi(route.searchConversations, async (c) =>
      c.json(await searchConversations(c.req.valid('query').query, deps), 200),
    )
    .openapi(route.listDiscarded, (c) => c.json({ conversations: [...openBin(deps)] }, 200))
    .openapi(route.restoreConversation, (c) => {
      const { id } = c.req.valid('param')
      const found = conversations.restore(id) ? conversations.get(id) : undefined
      if (found === undefined) throw new NotFoundError('回收站里没有这段对话。')
      return c.json(toConversationHeadJson(found), 200)
    })
    .openapi(route.getConversation, (c) => {
      const { id } = c.req.valid('param')
      const found = conversations.get(id)
      if (found === undefined) throw unknownConversation(id, deps)
      return c.json(toConversationJson(found, answers), 200)
    })
    .openapi(route.patchConversation, (c) => {
      const { id } = c.req.valid('param')
      const { title, pinned } = c.req.valid('json')
      const edit = {
        ...(title === undefined ? {} : { title }),
        ...(pinned === undefined ? {} : { isPinned: pinned }),
      }
      const found = conversations.edit(id, edit) ? conversations.get(id) : undefined
      if (found === undefined) throw new NotFoundError(UNKNOWN)
      return c.json(toConversationHeadJson(found), 200)
    })
    .openapi(route.deleteConversation, (c) => {
      discard(c.req.valid('param').id, c.req.valid('query').forever === 'true', deps)
      return c.body(null, 204)
    })
    .openapi(route.postFeedback, (c) => c.json(keepFeedback(c.req.valid('json'), deps), 201))
    .openapi(route.listFeedback, (c) => {
      const { limit, cursor } = c.req.valid('query')
      const found = feedback.list(limit + 1, cursor === undefined ? undefined : receiptNumberOf(cursor))
      const last = found.length > limit ? found[limit - 1] : undefined
      const next = last === undefined ? null : receiptCursorOf(last.number)
      const shown = found.slice(0, limit).map((one) => toFeedbackJson(one.feedback))
      return c.json({ feedback: shown, next_cursor: next }, 200, linkTo(c.req.path, limit, next))
    })
}
