/** Where bytes of files live; the database knows whose they are and who may read them. */
export interface Files {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** @returns undefined when there is no such file */
  get(key: string): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
}
