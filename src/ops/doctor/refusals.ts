import type { TencentApp } from "../../tencent/app.ts";
import { explainCode } from "../../tencent/catalogue/explain.ts";
import { placeOf, regionNames, type Region } from "../../tencent/regions.ts";

/** Why Tencent refuses these settings, and what to do about it. */
export interface Cause {
  readonly what: string;
  readonly next: string;
}

/** Codes by which a data centre says that it does not know the app. Sources: documents 34348, 63398. */
export const unknownHere: ReadonlySet<number> = new Set([60006, 60012, 60026, 70014, 70016, 70020]);

/** Codes that a wrong data centre may answer as well: another one is asked before they are believed. */
export const doubtful: ReadonlySet<number> = new Set([
  ...unknownHere,
  60004,
  60005,
  70001,
  70003,
  70009,
  70013,
]);

/** The names of places to people: a data centre's, or the host of another address. */
export function placeName(baseUrl: string): string {
  const place = placeOf(baseUrl);
  return place in regionNames ? regionNames[place as Region] : place;
}

/** Another data centre took the signature. */
export function livesElsewhere({ sdkAppId, baseUrl }: TencentApp, region: Region): Cause {
  return {
    what: `app ${sdkAppId} lives in ${regionNames[region]}, not in ${placeName(baseUrl)}`,
    next: `Set TENCENT_REGION=${region}, and leave TENCENT_API_URL out.`,
  };
}

/** @param allAsked every other data centre answered, and none knows the app */
export function causeOf(code: number, app: TencentApp, allAsked: boolean): Cause {
  const { sdkAppId, identifier, baseUrl } = app;
  if (unknownHere.has(code)) {
    if (allAsked) {
      return {
        what: `no data centre of Tencent's knows app ${sdkAppId}: TENCENT_SDK_APP_ID is wrong`,
        next: "Copy the SDKAppID and its key again, both from the same app's page in the Tencent console.",
      };
    }
    const where = `the data centre in use (${placeName(baseUrl)})`;
    return code === 60026
      ? {
          what: `app ${sdkAppId} lives in another data centre than ${where}: TENCENT_REGION is wrong`,
          next: "Set TENCENT_REGION to the region that the app's page in the Tencent console names.",
        }
      : {
          what: `${where} does not know app ${sdkAppId}: TENCENT_SDK_APP_ID is wrong, or TENCENT_REGION is`,
          next: "Compare both with the app's page in the Tencent console.",
        };
  }
  const known = causes[code];
  if (known !== undefined) return known({ sdkAppId, identifier });
  const { title, next } = explainCode(code);
  return { what: `Tencent refuses with code ${code}: ${title}`, next };
}

const causes: Readonly<
  Record<number, (app: Pick<TencentApp, "sdkAppId" | "identifier">) => Cause>
> = {
  60010: ({ sdkAppId, identifier }) => ({
    what: `${identifier} is not an administrator of app ${sdkAppId}: TENCENT_ADMIN is wrong`,
    next: "Set TENCENT_ADMIN to an account that the Chat console names under Basic Configuration, Account Administrator, spelt exactly the same.",
  }),
  60020: ({ sdkAppId }) => ({
    what: `the plan of app ${sdkAppId} has lapsed, or its account owes money`,
    next: "See in the Tencent console whether the plan or a payment is due. After a purchase it takes about 5 minutes.",
  }),
  60021: ({ sdkAppId }) => ({
    what: `app ${sdkAppId} does not allow calls from this machine's address`,
    next: "Add the address from which this machine reaches the internet to the app's list of allowed addresses at Tencent.",
  }),
  70001: () => ({
    what: "Tencent counts a signature that was made just now as run out",
    next: "Check this machine's clock.",
  }),
  70003: ({ sdkAppId }) => ({
    what: `Tencent can't read the signature: TENCENT_SECRET_KEY is not the key of app ${sdkAppId}, or was cut off`,
    next: "Copy the SDKSecretKey again from the app's page in the Tencent console, whole.",
  }),
  70009: ({ sdkAppId }) => ({
    what: `TENCENT_SECRET_KEY is the key of another app than ${sdkAppId}`,
    next: "Copy the SDKSecretKey again from the page of exactly this app in the Tencent console.",
  }),
  70050: () => ({
    what: "Tencent has locked the account for a minute, after several tries with a bad signature",
    next: "Wait a minute, and run the doctor again.",
  }),
};
