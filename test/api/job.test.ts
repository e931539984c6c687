import { afterEach, describe, expect, it, vi } from 'vitest'
import { archiveReader } from '../../src/adapter/archive/index.ts'
import { createJobs } from '../../src/api/job.ts'
import { libraryOverNothing } from '../desk.ts'

const planOf = (place: string) => ({
  file: `${place}.txt`,
  bytes: new TextEncoder().encode(
    `${place}卫生健康委员会2031年工作要点\n一、强化基层\n1.建成社区医院6家。\n`,
  ),
})

afterEach(() => vi.restoreAllMocks())

describe('upload jobs', () => {
  it('go on, and count as done, when what follows a stored document fails', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { library } = libraryOverNothing()
    const jobs = createJobs({
      library,
      archives: archiveReader,
      newId: () => crypto.randomUUID(),
      onChanged: () => {
        throw new Error('the disk is full')
      },
    })
    const ids = ['乐山市', '衢州市'].map((place) => jobs.start([planOf(place)]).id)
    await vi.waitFor(() => expect(logged).toHaveBeenCalledTimes(2))
    expect(ids.map((id) => jobs.get(id)?.status)).toEqual(['done', 'done'])
    expect(library.corpus().documents.size).toBe(2)
  })
})
