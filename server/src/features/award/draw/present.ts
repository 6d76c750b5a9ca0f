import type { CategoryAnswer } from '@cenacle/contract/award'

/**
 * What the screens show of a draw.
 * @param draw undefined where none was promised when the call opened
 * @param now `gone`: how many of the team do not judge any more; `can`: the viewer may draw here
 */
export const presentDraw = (
  draw: { places: number | null } | undefined,
  { gone, can }: { gone: number; can: boolean },
): Pick<CategoryAnswer, 'drawn' | 'can'> => {
  const places = draw?.places ?? null
  return {
    drawn: places === null ? null : { places, gone },
    can: { draw: can && draw !== undefined && places === null, replace: can && places !== null && gone > 0 },
  }
}
