import type { PmNode } from './prepare.ts'

/** What a picture says to whoever does not see it; '' when it only decorates, or when nobody has said it yet. */
export const imageText = (node: PmNode): string => String(node.attrs['alt'] ?? '')

/** Whether somebody still has to say what a picture shows. */
export const lacksText = (node: PmNode): boolean =>
  node.type.name === 'image' && imageText(node) === '' && node.attrs['decorative'] !== true
