import type { CalloutKind } from '@cenacle/document/nodes'

/** What a callout without a title is called: its colour alone says it to nobody who does not see it. */
export const CALLOUTS: Record<CalloutKind, string> = {
  info: 'Information',
  tip: 'Conseil',
  warning: 'Attention',
  danger: 'Mise en garde',
}
