/** « Les Hashtags 2026 »: the name with its year, once. */
export const editionName = ({ name, year }: { name: string; year: number }): string =>
  name.includes(String(year)) ? name : `${name} ${year}`
