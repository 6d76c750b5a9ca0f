/**
 * In whose name the server changes a page's document where nobody writes: it puts the marks of comments. No such person exists, so nobody
 * becomes an author of a page by commenting it, and no version of it is theirs.
 */
export const NOBODY = '00000000-0000-0000-0000-000000000000'
