/**
 * Where an app may live. The domain must be that of the app's own data centre.
 * Source: Tencent RTC documents 63398 and 34620.
 */
export const regionDomains = {
  china: "console.tim.qq.com",
  singapore: "adminapisgp.im.qcloud.com",
  siliconvalley: "adminapiusa.im.qcloud.com",
  jakarta: "adminapiidn.im.qcloud.com",
  seoul: "adminapikr.im.qcloud.com",
  tokyo: "adminapijpn.im.qcloud.com",
  frankfurt: "adminapiger.im.qcloud.com",
  mumbai: "adminapiind.im.qcloud.com",
} as const;

/** What people call them. */
export const regionNames: Readonly<Record<keyof typeof regionDomains, string>> = {
  china: "China",
  singapore: "Singapore",
  siliconvalley: "Silicon Valley",
  jakarta: "Jakarta",
  seoul: "Seoul",
  tokyo: "Tokyo",
  frankfurt: "Frankfurt",
  mumbai: "Mumbai",
};

export type Region = keyof typeof regionDomains;

export const regions = Object.keys(regionDomains) as readonly Region[];

export function regionUrl(region: Region): string {
  return `https://${regionDomains[region]}`;
}

/** What to call the place that a base URL leads to: a data centre's name, or the host. */
export function placeOf(baseUrl: string): string {
  const { host } = new URL(baseUrl);
  return regions.find((region) => regionDomains[region] === host) ?? host;
}
