import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { translatingFaults } from './fault.ts'

/**
 * Makes sure that a folder is there and can be written to.
 * @throws StorageError when it cannot
 */
export function provideFolder(folder: string): void {
  translatingFaults(folder, () => {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  })
}

/**
 * Makes a folder with those above it; one that is there stays. Node's own way asks for ever where the system says of a
 * folder that is there that it is not, as it does of `/proc`.
 */
export function makeFolder(folder: string): void {
  const isMade = tryMaking(folder)
  if (isMade) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** False where the folder above is missing. */
function tryMaking(folder: string): boolean {
  try {
    mkdirSync(folder)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    if (code === 'ENOENT' && dirname(folder) !== folder) return false
    // A folder that is there may also be told as one that must not be made.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw fault
  }
  return true
}
