import type { Locale } from './i18n.tsx'

/**
 * A share in percent with at most one decimal, cut and never rounded up: 69,96 % is not « 70 % » of a vote that asks for
 * 70. Counted on whole numbers.
 */
export const sayPercent = (numerator: number, denominator: number, locale: Locale): string => {
  const tenths = denominator === 0 ? 0 : Math.floor((1000 * numerator) / denominator)
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(tenths / 10)
  return locale === 'fr' ? `${number}\u00a0%` : `${number}%`
}
