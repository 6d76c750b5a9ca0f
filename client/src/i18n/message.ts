/** A text with `{values}`, or its forms by grammatical number of `{count}` (CLDR categories; `zero` is ours, for exactly 0). */
export type Message = string | { readonly zero?: string; readonly one: string; readonly other: string }
export type Dictionary = Readonly<Record<string, Message>>

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type NamesOf<M> = M extends string ? Names<M> : 'count' | { [Form in keyof M]: Names<M[Form]> }[keyof M]

/** The values that a message needs, read from its text by the compiler. */
export type Values<M> = [NamesOf<M>] extends [never] ? [] : [values: Record<NamesOf<M>, string | number>]

/** The same keys in another language. */
export type Translated<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Exclude<Message, string> }

/** The names between braces. */
export const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')

/** Fills a message: picks the plural form by `count`, writes numbers as the language does. */
export const format = (message: Message, values: Record<string, string | number>, locale: string): string => {
  const text = typeof message === 'string' ? message : pick(message, Number(values['count']), locale)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '')
  })
}

const pick = (forms: Exclude<Message, string>, count: number, locale: string): string => {
  if (count === 0 && forms.zero !== undefined) return forms.zero
  return new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other
}
