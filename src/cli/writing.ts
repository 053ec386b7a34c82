import { Problem } from '../errors.ts'

/** Does what writes to `file`. @throws Problem file-unwritable for what the file system says; else the same error */
export async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    if (code && syscall) throw new Problem('file-unwritable', { file, why: message })
    throw error
  }
}
