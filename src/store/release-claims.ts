/**
 * Gives work back that was taken with a claim. On its own, so that whoever writes a row down needs
 * none of the query builder: a bot without a store loads none of it.
 */
export const releaseClaims = { claimed_by: null, claimed_until: null } as const;
