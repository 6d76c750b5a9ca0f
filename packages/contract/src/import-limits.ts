/** What one import may bring at once; what is larger goes in parts, or by `cenacle import` on the server. */
export const importLimits = {
  /** All files together as they are sent, bytes. */
  uploadBytes: 25 * 1024 * 1024,
  files: 50,
  pages: 500,
} as const
