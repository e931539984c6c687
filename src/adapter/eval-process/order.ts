import { join, resolve } from 'node:path'
import { InvalidRequestError } from '../../error.ts'
import type { RunOrder, RunWish, SuiteHead } from '../../evaluation/index.ts'
import type { RunFolders } from './run-folder.ts'

/** A chat model as the settings name it. */
export interface ChatSettings {
  readonly model: string
  readonly baseUrl: string | null
  readonly apiKey: string | null
}

/** The settings of the model as a process is given them; its key goes no other way. */
export function environmentOf(chat: ChatSettings | null): Readonly<Record<string, string>> {
  if (chat === null) return {}
  return {
    YAODIAN_CHAT_MODEL: chat.model,
    ...(chat.baseUrl === null ? {} : { OPENAI_BASE_URL: chat.baseUrl }),
    ...(chat.apiKey === null ? {} : { OPENAI_API_KEY: chat.apiKey }),
  }
}

interface OrderParts {
  readonly folders: RunFolders
  readonly known: readonly SuiteHead[]
  readonly dataFolder: string
  readonly id: string
  readonly chat: ChatSettings | null
}

/**
 * What the process is told; a run of the same wish that was cut off last is gone on with.
 * @throws InvalidRequestError
 */
export function orderOf(wish: RunWish, { folders, known, dataFolder, id, chat }: OrderParts): RunOrder {
  const unknown = (wish.suites ?? []).find((name) => !known.some((suite) => suite.name === name))
  if (unknown !== undefined && wish.own === undefined) {
    const names = known.map(({ name }) => name).join('、')
    throw new InvalidRequestError(`没有“${unknown}”这组评测。现有：${names}。`, {
      details: { pointer: '/suites' },
    })
  }
  const order = {
    ...(wish.suites === undefined ? {} : { suites: [...wish.suites] }),
    ...(wish.baseline === undefined ? {} : { baseline: baselineFile(wish.baseline, folders) }),
    ...(wish.own === undefined ? {} : { own: wish.own }),
    ...(wish.withModel === true ? { model: modelOf(chat) } : {}),
    dataFolder,
  }
  const [newest] = folders.ids()
  const before = newest === undefined ? undefined : folders.order(newest)
  const isCutOff = newest !== undefined && (folders.record(newest)?.finished_at ?? null) === null
  const isSame =
    JSON.stringify({ ...order, id: before?.id, folder: before?.folder }) === JSON.stringify(inOrder(before))
  return newest !== undefined && isCutOff && isSame
    ? { ...order, id: newest, folder: folders.folder(newest) }
    : { ...order, id, folder: folders.folder(id) }
}

/** With its keys in the order in which they are written here. */
function inOrder(order: RunOrder | undefined): unknown {
  if (order === undefined) return undefined
  const { id, folder, ...rest } = order
  return { ...rest, id, folder }
}

/** @throws InvalidRequestError for a run that is unknown or has not ended */
function baselineFile(baseline: string, folders: RunFolders): string {
  if (!folders.has(baseline)) return resolve(baseline)
  if ((folders.record(baseline)?.finished_at ?? null) !== null)
    return join(folders.folder(baseline), 'run.json')
  throw new InvalidRequestError('这次评测没有做完，不能作为对照。', { details: { pointer: '/baseline' } })
}

/** @throws InvalidRequestError when no model is set */
function modelOf(chat: ChatSettings | null): NonNullable<RunOrder['model']> {
  if (chat === null)
    throw new InvalidRequestError('没有设置行文的模型（YAODIAN_CHAT_MODEL）。', {
      details: { pointer: '/model' },
    })
  return { id: chat.model, server: chat.baseUrl === null ? null : new URL(chat.baseUrl).host }
}
