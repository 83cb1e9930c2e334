/** Who can do something about a problem: the first thing a card says. */
export type Audience = "asker" | "operator" | "tencent";

/** What one Tencent code means, in our words. `readings` is set where Tencent's own tables disagree. */
export interface Explanation {
  readonly code: number;
  /** At most 70 characters, no full stop. */
  readonly title: string;
  /** What happened, at most 400 characters, whole sentences. */
  readonly meaning: string;
  readonly audience: Audience;
  /** What to do now, at most 300 characters, whole sentences. */
  readonly next: string;
  readonly readings?: readonly [string, string];
}

/** An error explained for people: what a failed look-up shows, and `/room error` without one. */
export interface Problem extends Omit<Explanation, "code"> {
  /** Tencent's number. Undefined where no answer came, so that none was given. */
  readonly code: number | undefined;
  /** Which of Tencent's families the number is of, since one number can mean other things elsewhere. */
  readonly family: string;
}
