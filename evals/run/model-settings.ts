import type { RunOrder } from '../../src/evaluation/index.ts'

const NAMES = ['YAODIAN_CHAT_MODEL', 'OPENAI_BASE_URL', 'OPENAI_API_KEY'] as const

/** The settings of the model that words the answers; without an order for one none, whatever the environment says. */
export function modelSettings({ model }: RunOrder): Readonly<Record<string, string>> {
  if (model === undefined) return {}
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
