import type { LookupResult } from "../room/result.ts";
import type { Card } from "./card.ts";
import { missingCard } from "./missing-card.ts";
import { problemCard } from "./problem-card.ts";
import { roomCard, type CardOptions } from "./room-card.ts";

export function resultCard(result: LookupResult, options: CardOptions): Card {
  switch (result.kind) {
    case "found":
      return roomCard(result, options);
    case "missing":
      return missingCard(result, options);
    case "failed":
      return problemCard(result);
  }
}
