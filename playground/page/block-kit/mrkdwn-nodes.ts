/** What a line of text consists of. Text is what the reader sees, with entities decoded. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: Style; readonly nodes: readonly Inline[] }
  | { readonly kind: "code"; readonly nodes: readonly Inline[] }
  /** The address has been found safe. */
  | { readonly kind: "link"; readonly url: string; readonly nodes: readonly Inline[] }
  | { readonly kind: "emoji"; readonly name: string; readonly character: string }
  | Mention
  | DateNode;

export type Style = "bold" | "italic" | "strike";

export type Mention =
  | {
      readonly kind: "user" | "channel" | "group";
      readonly id: string;
      /** For whoever does not know the ID. */
      readonly label?: string;
    }
  | { readonly kind: "broadcast"; readonly range: BroadcastRange };

export type BroadcastRange = "here" | "channel" | "everyone";

export interface DateNode {
  readonly kind: "date";
  /** Since 1970. */
  readonly seconds: number;
  readonly format: string;
  readonly url?: string;
  readonly fallback?: string;
}

/** What a text consists of, from top to bottom. */
export interface Passage {
  readonly kind: "lines" | "quote" | "preformatted";
  readonly nodes: readonly Inline[];
}
