import type { Viewer } from '../context.ts'

/** Templates belong to the installation. */
export const manage = (viewer: Viewer): boolean => viewer.kind === 'person' && viewer.administrator
