/** A score as one reads it, « 1 012,50 », digit for digit: it never becomes a floating point number. */
export const sayExact = (value: string, locale: string): string => {
  const decimals = value.split('.')[1]?.length ?? 0
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locale, options).format(value as Intl.StringNumericLiteral)
}
