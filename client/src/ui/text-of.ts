/** One text of a form, trimmed of nothing: the server decides what a text is. */
export const textOf = (values: FormData, name: string): string => {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}
