/** Where to go after signing in: only an address of ours, never another site's. */
export const returnPath = (search: string): string => {
  const wanted = new URLSearchParams(search).get('retour') ?? '/'
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
