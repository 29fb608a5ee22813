/** What nobody signed in for is kept as long as the cookie that leads to it: over a weekend and a holiday. */
export const DRAFT_DAYS = 14;
/** More half-written requests than anybody needs; a script that fills the table is stopped. */
export const MOST_DRAFTS = 30;
