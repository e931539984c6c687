import { readFileSync } from 'node:fs'
import { UnreadableFileError } from '../../error.ts'

/** @throws UnreadableFileError naming the file and what is wrong with it */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    const reason =
      code === 'ENOENT'
        ? '找不到文件'
        : code === 'EISDIR'
          ? '这是文件夹，不是文件'
          : code === 'EACCES'
            ? '没有权限读取'
            : '无法读取'
    throw new UnreadableFileError(`${reason}：${file}`, { cause, details: { file } })
  }
}
