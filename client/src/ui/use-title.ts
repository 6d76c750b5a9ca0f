import { useEffect } from 'react'

/** Sets the title of the document: « Boucle presse · Cénacle ». */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Cénacle`
  }, [title])
}
