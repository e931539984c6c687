import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApi } from '../../src/api/index.ts'
import { discardedOutlineSchema } from '../../src/api/outline-schema.ts'
import { openApi, post } from './api.ts'
import { held, problemIn } from './outline.ts'

const DRAFTS = '/api/v1/outlines'

/** Drafts at a time that can be set. */
async function openAt(start: string) {
  let now = new Date(start)
  const { deps } = await openApi()
  const api = createApi({ ...deps, now: () => now })
  const bin = async () => {
    const response = await api.request(`${DRAFTS}/bin`)
    return z.object({ outlines: z.array(discardedOutlineSchema) }).parse(await response.json()).outlines
  }
  const { outline } = await held(await post(api, DRAFTS, { region: '慈溪市', year: 2023 }), 201)
  const moveTo = (time: string) => {
    now = new Date(time)
  }
  return { api, bin, outline, path: `${DRAFTS}/${outline.id}`, moveTo }
}

describe('the recycle bin of drafts', () => {
  it('holds a deleted draft for thirty days, from where it comes back whole', async () => {
    const { api, bin, outline, path, moveTo } = await openAt('2026-03-01T08:00:00Z')
    const remove = () => api.request(path, { method: 'DELETE' })
    const restore = () => api.request(`${DRAFTS}/bin/${outline.id}/restore`, { method: 'POST' })
    expect((await remove()).status).toBe(204)
    for (const gone of [path, `${path}/versions`, `${path}/export?format=md`])
      expect((await problemIn(await api.request(gone), 410)).detail).toContain('回收站')
    expect(await (await api.request(DRAFTS)).json()).toEqual({ outlines: [] })
    expect((await remove()).status).toBe(404)
    expect(await bin()).toMatchObject([
      {
        title: outline.title,
        discarded_at: '2026-03-01T08:00:00.000Z',
        erased_on: '2026-03-31T08:00:00.000Z',
      },
    ])
    expect((await restore()).status).toBe(200)
    await problemIn(await restore(), 404)
    expect((await held(await api.request(path))).outline).toEqual(outline)
    await remove()
    moveTo('2026-03-31T07:59:59Z')
    expect(await bin()).toHaveLength(1)
    moveTo('2026-03-31T08:00:00Z')
    await api.request(DRAFTS)
    expect(await bin()).toEqual([])
    await problemIn(await restore(), 404)
    await problemIn(await api.request(path), 404)
  })

  it('is passed over by what is removed for good', async () => {
    const { api, bin, path } = await openAt('2026-03-01T08:00:00Z')
    expect((await api.request(`${path}?forever=true`, { method: 'DELETE' })).status).toBe(204)
    expect(await bin()).toEqual([])
    await problemIn(await api.request(path), 404)
  })
})
