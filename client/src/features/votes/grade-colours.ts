/** Colours of mentions in tokens.css, from the worst to the best. */
const COLOURS = 7

/** The colour of one grade out of so many, spread over all that there are; 0 is the worst. */
export const gradeColour = (grade: number, grades: number): string => {
  const step = grades < 2 ? COLOURS - 1 : Math.round((grade * (COLOURS - 1)) / (grades - 1))
  return `var(--grade-${step})`
}
