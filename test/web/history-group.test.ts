import { describe, expect, it } from 'vitest'
import { grouped } from '../../src/web/history-group.ts'

const NOW = new Date(2026, 10, 22, 9, 30)
const daysAgo = (days: number, hour = 12) => new Date(2026, 10, 22 - days, hour).toISOString()
const head = (id: string, created_at: string, part: { pinned?: boolean } = {}) => ({
  id,
  title: id,
  pinned: false,
  created_at,
  turns: 1,
  ...part,
})

describe('grouped', () => {
  it('goes by the day in the reader’s time zone, the newest first', () => {
    const groups = grouped(
      [
        head('old', daysAgo(40)),
        head('month', daysAgo(8)),
        head('week', daysAgo(6)),
        head('yesterday', daysAgo(1, 23)),
        head('early', daysAgo(0, 1)),
        head('today', daysAgo(0, 8)),
        head('pinned', daysAgo(90), { pinned: true }),
      ],
      NOW,
    )
    expect(groups.map(({ title, conversations }) => [title, ...conversations.map(({ id }) => id)])).toEqual([
      ['置顶', 'pinned'],
      ['今天', 'today', 'early'],
      ['昨天', 'yesterday'],
      ['近七天', 'week'],
      ['近三十天', 'month'],
      ['更早', 'old'],
    ])
  })
})
