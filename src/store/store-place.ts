/** Where what has to outlive a restart is kept. */
export type StorePlace =
  | { readonly kind: "none" }
  /** In a file of this folder, by SQLite. */
  | { readonly kind: "sqlite"; readonly folder: string }
  | { readonly kind: "postgres"; readonly url: string };

/** What of it must never be written anywhere: the address as a whole, and its password alone. */
export function secretsOf(place: StorePlace): readonly string[] {
  if (place.kind !== "postgres") return [];
  const { password } = new URL(place.url);
  return [place.url, ...(password === "" ? [] : [password, decoded(password)])];
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    // A lone percent sign: then it is no more than what it looks like.
    return password;
  }
}
