/** What opens a dialog of the editor. */
export type Asked = 'link' | 'image' | 'file' | 'callout' | 'formula' | 'formulaBlock' | 'help'

/** What other parts of the product put into the tools: shown where it is given. */
export interface ExtraActs {
  /** Comments on the words that are selected. */
  comment?: (() => void) | undefined
  /** One's edits are proposals while this is on. */
  suggest?: { on: boolean; toggle: () => void } | undefined
}
