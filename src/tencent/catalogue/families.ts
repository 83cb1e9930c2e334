/** Tencent's bands of numbers. A number in no band is of no family that we know. */
const bands: readonly { readonly from: number; readonly to: number; readonly family: string }[] = [
  { from: 10_000, to: 19_999, family: "Chat groups" },
  { from: 20_000, to: 29_999, family: "Chat messages" },
  { from: 60_000, to: 60_999, family: "REST gateway" },
  { from: 70_000, to: 79_999, family: "account and signature" },
  { from: 80_000, to: 89_999, family: "content and security" },
  { from: 90_000, to: 99_999, family: "Chat messages" },
  { from: 100_000, to: 102_999, family: "live rooms" },
  { from: 110_000, to: 110_999, family: "Chat groups" },
];

export function familyOf(code: number): string | undefined {
  return bands.find(({ from, to }) => code >= from && code <= to)?.family;
}
