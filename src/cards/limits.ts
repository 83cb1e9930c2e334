/**
 * Slack's limits, in characters unless the name says otherwise, and ours where we stay below.
 * Source: Slack's Block Kit reference.
 */
export const limits = {
  header: 150,
  section: 3_000,
  fields: 10,
  field: 2_000,
  contextElements: 10,
  url: 3_000,
  imageAlt: 2_000,
  radioOptions: 10,
  optionText: 75,
  /** Ours: a foreign text in a row; longer ones are clipped, since a card is read at a glance. */
  foreignValue: 300,
  foreignBlock: 700,
  fallbackText: 3_500,
  fallbackValue: 200,
} as const;
