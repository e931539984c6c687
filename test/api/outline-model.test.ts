import { describe, expect, it } from 'vitest'
import { createApi, outlineSchema } from '../../src/api/index.ts'
import { serverEvents } from '../../src/web/server-event.ts'
import { serving } from '../contract/chat-model.contract.ts'
import { chatOf } from '../model-server/measure.ts'
import { type Play, type SentRequest, writing } from '../model-server/server.ts'
import { openApi } from './api.ts'
import { held, openDraft, problemIn } from './outline.ts'

const CIXI = { region: '慈溪市', year: 2023 }

/** A model that changes each sentence it is offered. */
function rewriting(change: (text: string) => string): Play {
  const offered = ({ messages }: SentRequest) =>
    [...(messages.at(-1)?.content ?? '').matchAll(/<\w+ 句子 (s\d+)>\n([\s\S]*?)\n<\/\w+ 句子完>/gu)].map(
      ([, id = '', text = '']) => ({ id, text: change(text) }),
    )
  return writing((request) => JSON.stringify({ sentences: offered(request) }))
}

async function openWorded(play: Play) {
  const { deps } = await openApi()
  const chat = { ...chatOf(await serving(play)), trouble: () => null }
  const api = createApi({ ...deps, chat })
  const make = (accept: string, body: unknown = CIXI) =>
    api.request('/api/v1/outlines', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(body),
    })
  return { api, make, outlines: deps.outlines }
}

async function eventsOf(response: Response) {
  const events: { event: string; data: unknown }[] = []
  if (response.body !== null)
    for await (const { event, data } of serverEvents(response.body))
      events.push({ event, data: JSON.parse(data) })
  return events
}

describe('a draft with a model', () => {
  it('is told part by part, and what is told last is what was kept', async () => {
    const { api, make } = await openWorded(rewriting((text) => text.replace('推进', '推动')))
    const response = await make('text/event-stream')
    expect(response.status).toBe(201)
    const events = await eventsOf(response)
    const last = outlineSchema.strict().parse(events.at(-1)?.data)
    expect(events.map(({ event }) => event)).toEqual([
      'outline.created',
      ...last.sections.map(() => 'outline.section'),
      'outline.completed',
    ])
    expect(events[0]?.data).toEqual({ id: last.id, title: last.title, sections: last.sections.length })
    expect(events.slice(1, -1).map(({ data }) => data)).toEqual(
      last.sections.map(({ heading }, index) => ({ done: index + 1, total: last.sections.length, heading })),
    )
    expect(last).toMatchObject({ mode: 'model', version: 1 })
    expect(JSON.stringify(last.sections)).toContain('推动')
    const { outline } = await held(await api.request(`/api/v1/outlines/${last.id}`))
    expect(outline).toEqual(last)
  })

  it('holds no word of a model that adds results, and stays in the words of the plan', async () => {
    const { make } = await openWorded(rewriting((text) => text.replace(/。$/u, '，已全部完成，居全省第一。')))
    const { outline } = await held(await make('application/json'), 201)
    const { made } = await openDraft()
    expect(outline.sections).toEqual(made.outline.sections)
    expect(outline.mode).toBe('extractive')
    expect(outline.warnings.join()).toMatch(/没有通过/u)
  })

  it('is worded again in one section only', async () => {
    let word = '推动'
    const { api, make } = await openWorded(rewriting((text) => text.replace('推进', word)))
    const made = await held(await make('application/json'), 201)
    word = '大力推进'
    const again = await api.request(`/api/v1/outlines/${made.outline.id}/sections/2/regenerate`, {
      method: 'POST',
      headers: { 'if-match': made.etag },
    })
    const { outline } = await held(again)
    expect(JSON.stringify(outline.sections[1])).not.toBe(JSON.stringify(made.outline.sections[1]))
    for (const [index, section] of outline.sections.entries())
      if (index !== 1)
        expect(section.items.map(({ text }) => text)).toEqual(
          made.outline.sections[index]?.items.map(({ text }) => text),
        )
  })

  it('is refused as ever when there is nothing to draft from', async () => {
    const { make } = await openWorded(rewriting((text) => text))
    await problemIn(await make('text/event-stream', { region: '无此市', year: 2023 }), 422)
  })

  it('is not kept when the one who asked for it is gone', async () => {
    const { make, outlines } = await openWorded(rewriting((text) => text))
    const reader = (await make('text/event-stream')).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(outlines.list()).toEqual([])
  })
})

describe('a draft without a model', () => {
  it('is told by events as well', async () => {
    const { api } = await openDraft()
    const response = await api.request('/api/v1/outlines', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(CIXI),
    })
    const events = await eventsOf(response)
    expect(events.map(({ event }) => event)).toEqual(['outline.created', 'outline.completed'])
  })
})
