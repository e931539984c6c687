/** So long after the last change the caches are written; whoever asks about a new plan need not wait for that. */
const QUIET_MS = 3000

export interface IndexSaver {
  /** The caches are out of date. */
  onChanged(): void
  /** Writes what is out of date now. */
  flush(): void
}

/** Writes index caches when the library has been quiet for a while. A cache that fails to be written is only slow. */
export function createIndexSaver(save: () => void): IndexSaver {
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    try {
      save()
    } catch (fault) {
      console.error('the index caches could not be written:', fault)
    }
  }
  return {
    flush,
    onChanged: () => {
      clearTimeout(timer)
      timer = setTimeout(flush, QUIET_MS).unref()
    },
  }
}
