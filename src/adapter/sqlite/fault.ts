import { AppError, StorageError } from '../../error.ts'

const BUSY = 5
const LOCKED = 6

/** Plain words for SQLite's primary result codes (https://sqlite.org/rescode.html). */
const SQLITE_FAULTS: Readonly<Record<number, string>> = {
  3: '没有读写权限',
  [BUSY]: '正被另一个程序占用，请稍后再试',
  [LOCKED]: '正被另一个操作占用，请稍后再试',
  8: '是只读的，无法写入',
  10: '读写失败，请检查磁盘',
  11: '已损坏，请用备份恢复',
  13: '所在磁盘已满，无法写入',
  14: '无法打开，请检查文件夹是否存在、是否可写',
  26: '不是数据库文件',
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  EACCES: '没有读写权限',
  EDQUOT: '超出磁盘配额，无法写入',
  EEXIST: '应为文件夹，却是文件',
  EISDIR: '应为文件，却是文件夹',
  ENOENT: '无法建立，请换一个文件夹',
  ENOSPC: '所在磁盘已满，无法写入',
  ENOTDIR: '所在位置不是文件夹',
  EPERM: '没有读写权限',
  EROFS: '是只读的，无法写入',
}

/** Runs work on a file or database; faults of SQLite and of the file system come out as `StorageError`. */
export function translatingFaults<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw translated(cause, file)
  }
}

function translated(cause: unknown, file: string): unknown {
  if (cause instanceof AppError || !(cause instanceof Error)) return cause
  const sqliteCode =
    'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode & 0xff : undefined
  const fileCode = 'code' in cause && 'syscall' in cause ? String(cause.code) : undefined
  if (sqliteCode === undefined && fileCode === undefined) return cause
  const reason =
    sqliteCode === undefined ? FILE_FAULTS[fileCode ?? ''] : (SQLITE_FAULTS[sqliteCode] ?? undefined)
  return new StorageError(`${file} ${reason ?? '读写失败'}。`, {
    cause,
    details: { file, sqliteCode, fileCode },
    retryable: sqliteCode === BUSY || sqliteCode === LOCKED,
  })
}
