const most = 48;

/** What Tencent would not take about a room's ID, in words; undefined for one that it takes. */
export function roomIdFlaw(id: string): string | undefined {
  if (id === "") return `A room ID has 1 to ${most} characters.`;
  if (!/^[\x20-\x7e]*$/.test(id)) {
    return "Tencent allows English letters, digits, spaces and signs, and no others.";
  }
  return id.length <= most
    ? undefined
    : `This ID has ${id.length} characters; Tencent allows ${most}.`;
}
