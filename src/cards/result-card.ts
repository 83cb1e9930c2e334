import type { LookupResult } from "../room/result.ts";
import type { Card, CardModel } from "./card.ts";
import { missingCard } from "./missing-card.ts";
import { problemCard } from "./problem-card.ts";
import { roomCard, type CardOptions } from "./room-card.ts";
import { toSlack } from "./to-slack.ts";

export function resultModel(result: LookupResult, options: CardOptions): CardModel {
  switch (result.kind) {
    case "found":
      return roomCard(result, options);
    case "missing":
      return missingCard(result, options);
    case "failed":
      return problemCard(result, options);
  }
}

export function resultCard(result: LookupResult, options: CardOptions): Card {
  return toSlack(resultModel(result, options));
}
