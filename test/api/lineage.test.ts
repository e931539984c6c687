import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentTextSchema, lineageSchema } from '../../src/api/index.ts'
import { openApi } from './api.ts'

const { api } = await openApi()

async function lineageIn(query: Readonly<Record<string, string>>) {
  const response = await api.request(`/api/v1/lineage?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  return z.strictObject(lineageSchema.shape).parse(await response.json())
}

async function textOf(id: string): Promise<readonly string[]> {
  const response = await api.request(`/api/v1/documents/${id}/text`)
  return [...documentTextSchema.parse(await response.json()).text]
}

describe('GET /api/v1/lineage', () => {
  it('quotes every task and value as it stands at its code points', async () => {
    const { plans, rows, series, targets } = await lineageIn({ region: '青岛' })
    expect(plans.map(({ years }) => years)).toEqual([
      [2021, 2021],
      [2022, 2022],
      [2022, 2024],
    ])
    const texts = new Map(
      await Promise.all(plans.map(async ({ document_id: id }) => [id, await textOf(id)] as const)),
    )
    const quoted = [
      ...rows.flatMap(({ items }) => items),
      ...series.flatMap(({ values }) => values),
      ...targets.flatMap(({ earlier, later }) => [earlier ?? [], later ?? []].flat()),
    ]
    expect(quoted.length).toBeGreaterThan(60)
    for (const { document_id, start, end, quote } of quoted)
      expect(texts.get(document_id)?.slice(start, end).join('')).toBe(quote)
  })

  it('shows each task of the annual plans in exactly one row, and the words of both sides in a difference', async () => {
    const { plans, rows } = await lineageIn({ region: '青岛市' })
    for (const { document_id, kind, items } of plans) {
      const ids = rows.flatMap((row) => row.items).filter((item) => item.document_id === document_id)
      expect(new Set(ids.map(({ id }) => id)).size).toBe(items)
      if (kind === 'annual_plan') expect(ids).toHaveLength(items)
    }
    const pairs = rows.flatMap((row) =>
      row.links.flatMap((link) =>
        link.earlier.length === 1 && link.later.length === 1 ? [{ link, row }] : [],
      ),
    )
    expect(pairs.length).toBeGreaterThan(3)
    for (const { link, row } of pairs) {
      const earlier = row.items.find(({ id }) => id === link.earlier[0])
      expect(earlier?.quote).toContain(link.difference.map((part) => part.earlier).join(''))
    }
  })

  it('narrows to the years asked for', async () => {
    const { plans } = await lineageIn({ region: '青岛', from: '2021', to: '2021' })
    expect(plans.map(({ years }) => years)).toEqual([[2021, 2021]])
  })

  it('is empty for a place without plans, and refuses a request without one', async () => {
    expect(await lineageIn({ region: '广州' })).toMatchObject({ plans: [], rows: [], series: [] })
    for (const query of ['', '?region=', '?region=青岛&from=abc'])
      expect((await api.request(`/api/v1/lineage${query}`)).status).toBe(400)
  })
})
