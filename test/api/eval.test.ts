import { describe, expect, it } from 'vitest'
import { openApi, post } from './api.ts'

describe('evaluations where there are none', () => {
  it('are refused with 501 and a plain reason, on every route', async () => {
    const { api } = await openApi()
    const asked = [
      api.request('/api/v1/evals/runs'),
      api.request('/api/v1/evals/suites'),
      api.request('/api/v1/evals/complaints'),
      api.request('/api/v1/evals/runs/x'),
      api.request('/api/v1/evals/runs/x/export?format=html'),
      post(api, '/api/v1/evals/runs', {}),
      post(api, '/api/v1/evals/complaints', { feedback_id: 'x' }),
    ]
    for (const response of await Promise.all(asked)) {
      expect(response.status).toBe(501)
      expect((await response.json()).detail).toContain('npx yaodian eval')
    }
  })
})
