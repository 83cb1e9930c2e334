import { expect, test } from "vitest";

import { regions, regionUrl } from "../../src/tencent/regions.ts";

// Domains: Tencent RTC documents 63398 and 34620. `idn` is Indonesia, `ind` India.
const documented = {
  china: "https://console.tim.qq.com",
  singapore: "https://adminapisgp.im.qcloud.com",
  siliconvalley: "https://adminapiusa.im.qcloud.com",
  jakarta: "https://adminapiidn.im.qcloud.com",
  seoul: "https://adminapikr.im.qcloud.com",
  tokyo: "https://adminapijpn.im.qcloud.com",
  frankfurt: "https://adminapiger.im.qcloud.com",
  mumbai: "https://adminapiind.im.qcloud.com",
};

test("each region has the domain that Tencent documents, over https, and there is no other region", () => {
  expect(Object.fromEntries(regions.map((region) => [region, regionUrl(region)]))).toEqual(
    documented,
  );
});
