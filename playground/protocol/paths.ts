/** Where the page finds the server. Apart from acts.ts, so that the page need not load its schema. */
export const paths = { acts: "/playground/acts", stream: "/playground/stream" } as const;
