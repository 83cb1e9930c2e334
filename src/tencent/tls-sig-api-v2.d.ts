/** The package ships no types. Source: its TLSSigAPIv2.js, version 1.0.2. */
declare module "tls-sig-api-v2" {
  export class Api {
    constructor(sdkAppId: number, secretKey: string);
    /** @param expire life in seconds */
    genUserSig(userId: string, expire: number): string;
  }
}
