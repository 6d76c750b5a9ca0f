import { useState } from 'react'
import { type Category, type Edition, useOwnTies, useSayNone } from './api.ts'

/** What one says of one's ties in a category: before one judges, or with the ballot. */
export function useNoTies(jury: { edition: Edition; category: Category } | undefined) {
  const { data } = useOwnTies(jury?.edition.id, jury?.category.id)
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error } = useSayNone()
  const categoryId = jury?.category.id
  const sayNone = (): void => {
    if (categoryId) mutate(categoryId)
  }
  return {
    /** Undefined where nothing is asked any more, and nothing was said. */
    own: data?.own === 'nothing' && !data.can.sayNone ? undefined : data?.own,
    isChecked,
    setChecked,
    isPending,
    error,
    sayNone,
    /** The ballot is there, and with it what was checked above its button. */
    sent: (): void => {
      if (isChecked) sayNone()
    },
  }
}
export type NoTies = ReturnType<typeof useNoTies>
